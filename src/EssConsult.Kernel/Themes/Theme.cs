using System.Text.Json;
using EssConsult.Kernel.Data;
using Microsoft.Extensions.FileProviders;

namespace EssConsult.Kernel.Themes;

/// <summary>A folder under <c>themes</c>: theme.json, layouts, templates and assets. Nothing is compiled.</summary>
public sealed record ThemeFile(string Id, string Name, string[] Styles);

/// <summary>The theme in use, read anew when one of its files changes.</summary>
public sealed class ThemeFolder : IDisposable
{
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };
    private readonly SiteSettings settings;
    private readonly SiteFolders folders;
    private readonly PhysicalFileProvider files;

    public ThemeFolder(SiteSettings settings, SiteFolders folders)
    {
        this.settings = settings;
        this.folders = folders;
        files = new PhysicalFileProvider(folders.Themes);
    }

    /// <summary>Setting <c>Themes.Site</c>; a theme that is not installed gives the default.</summary>
    public string Id => settings.Text("Themes", "Site") is { } chosen && Directory.Exists(Path.Combine(folders.Themes, chosen)) ? chosen : "solilab";

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
}
