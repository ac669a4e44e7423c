using EssConsult.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Testing;

/// <summary>What a test wants different from a plain site.</summary>
public sealed record SiteOptions
{
    /// <summary>Development: there alone demo people may sign in.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>What the first start plays: <c>ess-roadmap</c> gives the real types, roles and pages; nothing unless asked for.</summary>
    public string Recipe { get; init; } = "none";

    /// <summary>Configuration by key, such as <c>Mail:Host</c>.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Modules beyond those of the real site; they come last.</summary>
    public IReadOnlyList<IModule> Modules { get; init; } = [];

    /// <summary>Replaces a service at the edge of the system (a network, a disk), never one of the site's own.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Sites with the same key start from copies of one first start.</summary>
    internal string TemplateKey(Database database) =>
        string.Join('|', [database.ToString(), Environment, Recipe, .. Settings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
            .. Modules.Select(module => module.Manifest.Id)]);
}
