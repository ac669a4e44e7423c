using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Search.Indexing;

/// <summary>Reads what every module lets readers find into this node's index.</summary>
internal sealed class IndexBuild(NodeIndex index, IServiceScopeFactory scopes)
{
    private volatile int written = -1;

    /// <summary>Documents written so far by a rebuild under way; null when none is.</summary>
    public int? Progress => written is var count and >= 0 ? count : null;

    /// <param name="upTo">Events after it will follow.</param>
    /// <param name="progress">Hears the number of documents every 500.</param>
    /// <param name="ct">Leaves the last commit as it was.</param>
    public async Task<int> RebuildAsync(OutboxCursor upTo, IProgress<int>? progress, CancellationToken ct)
    {
        written = 0;
        try
        {
            index.Clear();
            await using var scope = scopes.CreateAsyncScope();
            foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
            {
                await foreach (var found in source.AllAsync(ct))
                {
                    index.Put(found, ModuleOf(source));
                    written++;
                    if (written % 500 == 0)
                    {
                        progress?.Report(written);
                    }
                }
            }

            index.Commit(upTo);
            index.Refresh();
            return written;
        }
        finally
        {
            written = -1;
        }
    }

    /// <summary>Brings the documents that the events touch up to date. Returns their ids.</summary>
    public async Task<IReadOnlyCollection<string>> UpdateAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var touched = new HashSet<string>();
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
        {
            var ids = events.SelectMany(source.IdsTouchedBy).ToHashSet();
            if (ids.Count == 0)
            {
                continue;
            }

            touched.UnionWith(ids);
            foreach (var found in await source.ReadManyAsync(ids, ct))
            {
                index.Put(found, ModuleOf(source));
                ids.Remove(found.Id);
            }

            foreach (var gone in ids)
            {
                index.Remove(gone);
            }
        }

        if (touched.Count > 0)
        {
            index.Refresh();
        }

        return touched;
    }

    public bool NeedsAll(IReadOnlyList<OutboxEvent> events)
    {
        using var scope = scopes.CreateScope();
        var sources = scope.ServiceProvider.GetServices<ISearchSource>().ToList();
        return events.Any(happened => happened.Is<IndexRebuildRequested>() || sources.Exists(source => source.TouchesAll(happened)));
    }

    private static string ModuleOf(ISearchSource source) => source.GetType().Assembly.GetName().Name!;
}
