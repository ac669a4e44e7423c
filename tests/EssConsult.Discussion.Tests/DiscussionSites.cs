using System.Collections.Concurrent;
using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion.Tests;

/// <summary>Sites on which signed-in people may take part in discussions, and items of the tests' own.</summary>
public sealed class DiscussionSites : Sites
{
    private readonly ConcurrentDictionary<Database, Lazy<Task<Site>>> ready = new();

    public DiscussionSites()
        : this(new Owner())
    {
    }

    private DiscussionSites(Owner owner)
        : base(new SiteOptions { Modules = [owner], Settings = { ["recipe"] = "none" } }) => Owner = owner;

    internal Owner Owner { get; }

    public new Task<Site> OnAsync(Database database) => ready.GetOrAdd(database, _ => new Lazy<Task<Site>>(async () => await (await base.OnAsync(database)).OpenAsync())).Value;

    /// <summary>A site of one test's own.</summary>
    internal async Task<Site> StartAsync(Database database) =>
        await (await Site.StartAsync(database, new SiteOptions { Modules = [Owner], Settings = { ["recipe"] = "none" } })).OpenAsync();
}

file static class Opening
{
    public static async Task<Site> OpenAsync(this Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRoles>()
            .UpsertAsync("Authenticated", null, ["CommentContent", "SupportContent", "FollowContent"], PermissionBehavior.Add, "tests", CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
        await site.CatchUpAsync();
        return site;
    }
}
