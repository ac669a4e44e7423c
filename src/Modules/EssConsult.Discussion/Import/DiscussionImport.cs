using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion.Import;

/// <summary>Commits 500 rows at a time with the counts of their items, so that readers and writers go on meanwhile.</summary>
internal sealed class DiscussionImport(SiteDb db, TimeProvider clock) : IDiscussionImport
{
    private const int Batch = 500;

    public async Task<ImportedComments> CommentsAsync(IReadOnlyList<ImportedComment> comments, CancellationToken ct)
    {
        var (added, orphans) = (0, new List<Guid>());
        foreach (var batch in comments.OrderBy(comment => comment.CreatedUtc).Chunk(Batch))
        {
            var threads = await Threads.AroundAsync(db, batch, ct);
            var placed = batch.Where(comment => !threads.Knows(comment.Id)).Select(comment => (comment.Id, Row: threads.Place(comment))).ToList();
            orphans.AddRange(placed.Where(place => place.Row is null).Select(place => place.Id));
            var rows = placed.Select(place => place.Row).OfType<Comment>().ToList();
            added += rows.Count;

            await using var write = await db.BeginWriteAsync(ct);
            await AddAsync(rows, rows.Select(row => row.ContentItemId), ct);
            await threads.WriteReplyCountsAsync(db, ct);
            await write.CommitAsync(ct);
        }

        return new ImportedComments(added, comments.Count - added - orphans.Count, orphans);
    }

    public async Task<int> SupportsAsync(IReadOnlyList<ImportedSupport> supports, CancellationToken ct)
    {
        var added = 0;
        foreach (var batch in supports.DistinctBy(support => (support.ContentItemId, support.PersonId)).Chunk(Batch))
        {
            var items = batch.Select(support => support.ContentItemId).ToHashSet();
            var people = batch.Select(support => support.PersonId).ToHashSet();
            var known = (await db.Set<Support>().Where(support => items.Contains(support.ContentItemId) && people.Contains(support.PersonId))
                .Select(support => new { support.ContentItemId, support.PersonId }).ToListAsync(ct)).ToHashSet();
            var rows = batch.Where(support => !known.Contains(new { support.ContentItemId, support.PersonId }))
                .Select(support => new Support { ContentItemId = support.ContentItemId, PersonId = support.PersonId, GivenUtc = support.GivenUtc ?? clock.UtcNow() }).ToList();
            added += rows.Count;

            await using var write = await db.BeginWriteAsync(ct);
            await AddAsync(rows, rows.Select(row => row.ContentItemId), ct);
            await write.CommitAsync(ct);
        }

        return added;
    }

    /// <summary>Rows, counts and events of one batch; then the tracker forgets them.</summary>
    private async Task AddAsync(IReadOnlyCollection<object> rows, IEnumerable<string> contentItemIds, CancellationToken ct)
    {
        var items = contentItemIds.Distinct().ToList();
        db.AddRange(rows);
        items.ForEach(item => db.Publish(new DiscussionImported(item)));
        await db.SaveChangesAsync(ct);
        foreach (var row in rows)
        {
            db.Entry(row).State = EntityState.Detached;
        }

        foreach (var item in items)
        {
            await CountsWriter.RecountAsync(db, item, ct);
        }
    }
}
