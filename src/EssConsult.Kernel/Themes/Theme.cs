using System.Text.Json;
using EssConsult.Kernel.Data;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace EssConsult.Kernel.Themes;

/// <summary>A folder under <c>themes</c>: theme.json, layouts, templates and assets. Nothing is compiled.</summary>
public sealed record ThemeFile(string Id, string Name, string[] Styles);

/// <summary>The theme in use, read anew when one of its files changes.</summary>
public sealed class ThemeFolder : IDisposable
{
    private const string Default = "solilab";
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };
    private readonly SiteSettings settings;
    private readonly SiteFolders folders;
    private readonly PhysicalFileProvider files;
    private volatile Choice? known;

    public ThemeFolder(SiteSettings settings, SiteFolders folders)
    {
        this.settings = settings;
        this.folders = folders;
        files = new PhysicalFileProvider(folders.Themes);
    }

    /// <summary>Setting <c>Themes.Site</c>; a theme that is not installed gives the default.</summary>
    public string Id
    {
        get
        {
            // Every page asks several times: the disk is asked again when the folder changes.
            var wanted = settings.Text("Themes", "Site") ?? Default;
            if (known is { } choice && choice.Wanted == wanted && !choice.Folder.HasChanged)
            {
                return choice.Id;
            }

            var folder = files.Watch($"{wanted}/**");
            var id = Directory.Exists(Path.Combine(folders.Themes, wanted)) ? wanted : Default;
            known = new Choice(wanted, id, folder);
            return id;
        }
    }

    public ThemeFile File
    {
        get
        {
            using var stream = files.GetFileInfo($"{Id}/theme.json").CreateReadStream();
            return JsonSerializer.Deserialize<ThemeFile>(stream, AnyCase)!;
        }
    }

    public IFileProvider Files => files;

    public void Dispose() => files.Dispose();

    private sealed record Choice(string Wanted, string Id, IChangeToken Folder);
}
