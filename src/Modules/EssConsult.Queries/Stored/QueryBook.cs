using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Queries.Stored;

/// <summary>The queries and index profiles in memory, by name in any case.</summary>
internal sealed class QueryBook(IServiceScopeFactory scopes, FeatureSwitch features) : IBook
{
    private volatile Pages pages = new(FrozenDictionary<string, StoredQuery>.Empty, FrozenDictionary<string, IndexProfile>.Empty);

    string IFollow.Name => "queries";

    public bool HasLucene => pages.Queries.Values.Any(query => query.Source == QuerySource.Lucene);

    public IEnumerable<string> Indexes => pages.Indexes.Values.Select(index => index.Name).Order(StringComparer.Ordinal);

    /// <summary>Null when there is none, or while the module is off.</summary>
    public StoredQuery? Find(string name) => pages.Queries.TryGetValue(name, out var query) && features.IsEnabled(Manifest.Module.Id) ? query : null;

    public IndexProfile? FindIndex(string name) => pages.Indexes.GetValueOrDefault(name);

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<QueriesChanged>()))
        {
            await LoadAsync(ct);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var queries = await db.Set<QueryRow>().AsNoTracking().ToListAsync(ct);
        var indexes = await db.Set<IndexProfileRow>().AsNoTracking().ToListAsync(ct);
        pages = new Pages(
            queries.Select(StoredQuery.Read).DistinctBy(query => query.Name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(query => query.Name, StringComparer.OrdinalIgnoreCase),
            indexes.Select(IndexProfile.Read).DistinctBy(index => index.Name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(index => index.Name, StringComparer.OrdinalIgnoreCase));
    }

    private sealed record Pages(FrozenDictionary<string, StoredQuery> Queries, FrozenDictionary<string, IndexProfile> Indexes);
}
