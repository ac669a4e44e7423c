using System.Collections.Concurrent;
using System.Reflection;
using EssConsult.Kernel.Modules;
using Microsoft.Extensions.FileProviders;

namespace EssConsult.Kernel.Themes;

/// <summary>
/// Finds a Liquid source by Orchard's name (<c>Content-BlogPost.Summary</c>): first what an administrator stored, then the theme's
/// folder, then the default that a module embeds under <c>Templates/</c>.
/// </summary>
public sealed class ThemeTemplates(ThemeFolder theme, ModuleCatalog catalog, IEnumerable<ISiteTemplates> stored)
{
    private readonly ConcurrentDictionary<string, string?> sources = new();

    public string Layout(string name) => FromTheme($"{name}.liquid") ?? throw new FileNotFoundException($"The theme {theme.Id} has no {name}.liquid.");

    /// <summary>The first of the names for which a template exists, most particular first; null when none does.</summary>
    public string? Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var source = stored.Select(templates => templates.Find(name)).FirstOrDefault(found => found is not null)
                ?? FromTheme($"templates/{name}.liquid")
                ?? FromModules(name);
            if (source is not null)
            {
                return source;
            }
        }

        return null;
    }

    private string? FromTheme(string path) => sources.GetOrAdd($"{theme.Id}/{path}", key =>
    {
        var file = theme.Files.GetFileInfo(key);
        theme.Files.Watch(key).RegisterChangeCallback(_ => sources.TryRemove(key, out var _), null);
        return Text(file);
    });

    private string? FromModules(string name) => sources.GetOrAdd("module:" + name, _ => catalog.Modules
        .Select(module => Embedded(module.GetType().Assembly, $"templates/{name}.liquid"))
        .FirstOrDefault(source => source is not null));

    private static string? Embedded(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string? Text(IFileInfo file)
    {
        if (!file.Exists)
        {
            return null;
        }

        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }
}

/// <summary>Templates that an administrator stored in the site, read from memory.</summary>
public interface ISiteTemplates
{
    string? Find(string name);
}
