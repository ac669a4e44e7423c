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
    private int changes;

    /// <summary>Differs whenever a stored template or a file of the theme may have changed: what was found before may no longer be.</summary>
    public long Version => ((long)Volatile.Read(ref changes) << 32) + stored.Sum(templates => (long)templates.Version);

    public string Layout(string name) => FromTheme($"{name}.liquid") ?? throw new FileNotFoundException($"The theme {theme.Id} has no {name}.liquid.");

    /// <summary>The first of the names for which a template exists, most particular first; null when none does.</summary>
    public string? Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if ((Own(name) ?? FromModules(name)) is { } source)
            {
                return source;
            }
        }

        return null;
    }

    /// <summary>As <see cref="Find"/>, without the defaults of modules: what draws itself well enough is drawn by a template only where the site brings one.</summary>
    public string? FindOwn(IEnumerable<string> names) => names.Select(Own).FirstOrDefault(source => source is not null);

    private string? Own(string name) =>
        stored.Select(templates => templates.Find(name)).FirstOrDefault(found => found is not null) ?? FromTheme($"templates/{name}.liquid");

    private string? FromTheme(string path) => sources.GetOrAdd($"{theme.Id}/{path}", key =>
    {
        var file = theme.Files.GetFileInfo(key);
        theme.Files.Watch(key).RegisterChangeCallback(_ => Forget(key), null);
        return Text(file);
    });

    private void Forget(string key)
    {
        sources.TryRemove(key, out _);
        Interlocked.Increment(ref changes);
    }

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
    /// <summary>Grows whenever they are read anew.</summary>
    int Version { get; }

    string? Find(string name);
}
