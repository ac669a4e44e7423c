using EssConsult.Accounts.Contracts;
using EssConsult.Queries.Stored;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Queries.Indexing;

/// <summary>
/// Keeps this node's index current while a Lucene query is stored; a site without one has no index and reads nothing. Pages are dropped
/// once it has followed, so that none is made again of what it has not read yet.
/// </summary>
internal sealed class ItemIndexFollower(ItemIndex index, IServiceScopeFactory scopes, TimeProvider clock) : IBook
{
    private const int Batch = 500;
    private const int MostOwned = 10_000;
    private static readonly TimeSpan CommitEvery = TimeSpan.FromSeconds(5);
    private bool wanted;
    private OutboxCursor reached;
    private DateTime committed;

    public string Name => "query-items";

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        wanted = await IsWantedAsync(ct);
        if (wanted)
        {
            return index.Open();
        }

        index.Drop();
        return OutboxCursor.Now;
    }

    public Task RebuildAsync(OutboxCursor upTo, CancellationToken ct) => GuardedAsync(async () =>
    {
        index.Clear();
        var last = string.Empty;
        for (var count = Batch; count == Batch;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var rows = await Published(scope).Where(row => row.ContentItemVersionId.CompareTo(last) > 0).OrderBy(row => row.ContentItemVersionId).Take(Batch).ToListAsync(ct);
            Put(scope, rows);
            (last, count) = (rows.LastOrDefault()?.ContentItemVersionId ?? last, rows.Count);
        }

        index.Refresh();
        Commit(upTo, forget: false);
    });

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        wanted = events.Any(happened => happened.Is<QueriesChanged>()) ? await IsWantedAsync(ct) : wanted;
        if (!wanted)
        {
            if (index.IsOpen)
            {
                index.Drop();
            }
        }
        else if (!index.IsOpen)
        {
            index.Open();
            await RebuildAsync(events[^1].Cursor, ct);
        }
        else if (events.Any(happened => happened.Is<ItemIndexRebuildRequested>() || happened.Is<ContentDefinitionChanged>()))
        {
            await RebuildAsync(events[^1].Cursor, ct);
        }
        else
        {
            await GuardedAsync(() => UpdateAsync(events, ct));
        }
    }

    public void Stop()
    {
        if (index.IsOpen && reached != default)
        {
            index.Commit(reached, forget: false);
        }

        index.Dispose();
    }

    private async Task UpdateAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        var ids = events.Where(happened => happened.Is<ContentPublished>() || happened.Is<ContentUnpublished>() || happened.Is<ContentRemoved>()).Select(happened => happened.Subject).OfType<string>()
            .Concat(events.Where(happened => happened.Is<PersonChanged>() || happened.Is<PersonErased>()).Select(happened => happened.Subject).OfType<string>().SelectMany(Owned)).ToHashSet();
        var gone = 0;
        foreach (var some in ids.Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            var rows = await Published(scope).Where(row => some.Contains(row.ContentItemId)).ToListAsync(ct);
            Put(scope, rows);
            foreach (var id in some.Except(rows.Select(row => row.ContentItemId)))
            {
                index.Remove(id);
                gone++;
            }
        }

        reached = events[^1].Cursor;
        if (ids.Count > 0)
        {
            index.Refresh();
        }

        // Names of people who left, words of what was removed: gone from the files at once.
        var forget = gone > 0 || events.Any(happened => happened.Is<PersonErased>());
        if (forget || (ids.Count > 0 && clock.UtcNow() - committed > CommitEvery))
        {
            Commit(reached, forget);
        }
    }

    /// <summary>The items that bear a person's id: after an erasure the database no longer says which these were.</summary>
    private IEnumerable<string> Owned(string personId) => index.Read(searcher =>
        searcher.Search(new TermQuery(new IndexTerm(ItemFields.Owner, personId)), MostOwned).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get(ItemFields.Id, System.Globalization.CultureInfo.InvariantCulture)).ToList()) ?? [];

    private static IQueryable<ContentRow> Published(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<SiteDb>().Set<ContentRow>().AsNoTracking().Where(row => row.Published);

    private void Put(AsyncServiceScope scope, List<ContentRow> rows)
    {
        var documents = scope.ServiceProvider.GetRequiredService<ItemDocument>();
        rows.ForEach(row => index.Put(row.ContentItemId, documents.Of(row)));
    }

    private void Commit(OutboxCursor upTo, bool forget)
    {
        index.Commit(upTo, forget);
        (reached, committed) = (upTo, clock.UtcNow());
    }

    /// <summary>A write that failed leaves an index of unknown state: it is thrown away, and the next attempt builds it anew.</summary>
    private async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            reached = default;
            index.Drop();
            throw;
        }
    }

    private async Task<bool> IsWantedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<QueryRow>().AnyAsync(row => row.Source == QuerySource.Lucene, ct);
    }
}
