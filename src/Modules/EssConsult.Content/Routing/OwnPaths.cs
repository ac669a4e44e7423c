using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Routing;

/// <summary>
/// The rows of one item: its addresses and those of the items embedded in it, present, former and reserved. A published item takes an
/// address at once; a draft reserves it until it is published.
/// </summary>
internal sealed class OwnPaths(SiteDb db, ContentItem item, List<PathRow> rows)
{
    private static readonly CompiledQuery<Func<SiteDb, string, IAsyncEnumerable<PathRow>>> Stored = new(() => EF.CompileAsyncQuery(
        (SiteDb db, string contentItemId) => db.Set<PathRow>().Where(row => row.ContentItemId == contentItemId)));

    /// <summary>Readers had one of them.</summary>
    public bool HasLived { get; } = rows.Exists(row => row.IsCurrent);

    private string? ownPath;

    public static async Task<OwnPaths> OfAsync(SiteDb db, ContentItem item, bool isNew, CancellationToken ct)
    {
        List<PathRow> stored = isNew ? [] : await Stored.For(db)(db, item.ContentItemId).ToListAsync(ct);
        return new OwnPaths(db, item, [.. stored.Union(db.Set<PathRow>().Local.Where(row => row.ContentItemId == item.ContentItemId))]);
    }

    public bool Has(string path) => rows.Exists(row => row.Path == path && row.ContainedItemId is null);

    /// <summary>The item's own address first: none embedded in it may have the same.</summary>
    public void Take(string? containedItemId, string path)
    {
        ownPath = containedItemId is null ? path : ownPath;
        foreach (var row in rows.Where(row => item.Published && row.ContainedItemId == containedItemId))
        {
            row.IsCurrent = row.Path == path;
        }

        if (rows.Find(row => row.Path == path) is not { } known)
        {
            known = db.Add(new PathRow { Path = path, ContentItemId = item.ContentItemId, ContainedItemId = containedItemId, IsCurrent = item.Published }).Entity;
            rows.Add(known);
        }
        else if (known.ContainedItemId != containedItemId && (item.Published || !HasLived) && (containedItemId is null || path != ownPath))
        {
            // Another element of the same item had it: a term made anew, or two that changed places.
            (known.ContainedItemId, known.IsCurrent) = (containedItemId, item.Published);
        }
    }

    /// <summary>Elements that are embedded no more have no address.</summary>
    public void Retire(IReadOnlyCollection<string> embedded)
    {
        foreach (var row in rows.Where(row => item.Published && row.ContainedItemId is { } id && !embedded.Contains(id)))
        {
            row.IsCurrent = false;
        }
    }

    /// <summary>What a draft had reserved and nobody has ever read is free again.</summary>
    public void Release(IReadOnlyCollection<string> wanted)
    {
        if (!HasLived && (item.Latest || item.Published))
        {
            db.RemoveRange(rows.Where(row => !wanted.Contains(row.Path)));
        }
    }
}
