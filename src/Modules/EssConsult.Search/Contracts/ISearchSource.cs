namespace EssConsult.Search.Contracts;

/// <summary>
/// What a module lets readers find. Registered as a scoped service. The index of every node asks it anew whenever an event
/// touches one of its documents, so it answers with what is published now and keeps nothing.
/// </summary>
public interface ISearchSource
{
    /// <summary>What it holds, in a word: <c>content</c>, <c>structure</c>.</summary>
    string Kind { get; }

    /// <summary>Null when readers may not find it: not published, removed, unknown.</summary>
    Task<SearchDocument?> ReadAsync(string id, CancellationToken ct);

    /// <summary>Several at once; those that may not be found are left out.</summary>
    async Task<IReadOnlyList<SearchDocument>> ReadManyAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var found = new List<SearchDocument>(ids.Count);
        foreach (var id in ids)
        {
            if (await ReadAsync(id, ct) is { } document)
            {
                found.Add(document);
            }
        }

        return found;
    }

    IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken ct);

    /// <summary>The ids of its documents that the event may have changed, made or ended; empty for the events of others.</summary>
    IEnumerable<string> IdsTouchedBy(OutboxEvent happened);

    /// <summary>True when the event may have changed any number of its documents: the index is then built anew.</summary>
    bool TouchesAll(OutboxEvent happened) => false;
}
