using System.Collections.Concurrent;
using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion.Tests;

/// <summary>A module that owns the items of these tests: open, closed or out of sight as each test wants.</summary>
internal sealed class Owner : IModule, IDiscussionRules
{
    private readonly ConcurrentDictionary<string, DiscussionRules> items = new();

    public ModuleManifest Manifest { get; } = new("EssConsult.Discussion.Tests.Owner", "Propriétaire", "Les contenus des tests.");

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<IDiscussionRules>(this);

    public Task<DiscussionRules?> ForAsync(string contentItemId, CancellationToken ct) => Task.FromResult(items.GetValueOrDefault(contentItemId));

    /// <summary>A new item, whose page is its discussion.</summary>
    public string Item(Func<DiscussionRules, DiscussionRules>? change = null)
    {
        var id = "item" + Guid.NewGuid().ToString("N")[..22];
        var open = new DiscussionRules { Visible = true, CommentsOpen = true, SupportsOpen = true, Title = "Un marché du soir", Url = "/discussion/" + id };
        items[id] = change?.Invoke(open) ?? open;
        return id;
    }

    public void Change(string id, Func<DiscussionRules, DiscussionRules> change) => items[id] = change(items[id]);
}
