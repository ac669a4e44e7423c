using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion.Import;

/// <summary>Writes 500 rows at a time and lets the tracker forget them; the counts of each item are made anew at the end.</summary>
internal sealed class DiscussionImport(SiteDb db, TimeProvider clock) : IDiscussionImport
{
    private const int Batch = 500;

    public async Task<ImportedComments> CommentsAsync(IReadOnlyList<ImportedComment> comments, CancellationToken ct)
    {
        var (added, orphans, touched) = (0, new List<Guid>(), new HashSet<string>());
        await using var write = await db.BeginWriteAsync(ct);
        foreach (var batch in comments.OrderBy(comment => comment.CreatedUtc).Chunk(Batch))
        {
            var threads = await Threads.AroundAsync(db, batch, ct);
            foreach (var comment in batch.Where(comment => !threads.Knows(comment.Id)))
            {
                if (threads.Place(comment) is { } row)
                {
                    db.Add(row);
                    touched.Add(row.ContentItemId);
                    added++;
                }
                else
                {
                    orphans.Add(comment.Id);
                }
            }

            await db.SaveChangesAsync(ct);
            await threads.WriteReplyCountsAsync(db, ct);
        }

        await FinishAsync(touched, ct);
        await write.CommitAsync(ct);
        return new ImportedComments(added, comments.Count - added - orphans.Count, orphans);
    }

    public async Task<int> SupportsAsync(IReadOnlyList<ImportedSupport> supports, CancellationToken ct)
    {
        var (added, touched) = (0, new HashSet<string>());
        await using var write = await db.BeginWriteAsync(ct);
        foreach (var batch in supports.DistinctBy(support => (support.ContentItemId, support.PersonId)).Chunk(Batch))
        {
            var items = batch.Select(support => support.ContentItemId).ToHashSet();
            var people = batch.Select(support => support.PersonId).ToHashSet();
            var known = (await db.Set<Support>().Where(support => items.Contains(support.ContentItemId) && people.Contains(support.PersonId))
                .Select(support => new { support.ContentItemId, support.PersonId }).ToListAsync(ct)).ToHashSet();
            var news = batch.Where(support => !known.Contains(new { support.ContentItemId, support.PersonId })).ToList();
            db.AddRange(news.Select(support => new Support
            {
                ContentItemId = support.ContentItemId, PersonId = support.PersonId, GivenUtc = support.GivenUtc ?? clock.UtcNow(),
            }));
            await db.SaveChangesAsync(ct);
            touched.UnionWith(news.Select(support => support.ContentItemId));
            added += news.Count;
        }

        await FinishAsync(touched, ct);
        await write.CommitAsync(ct);
        return added;
    }

    private async Task FinishAsync(HashSet<string> contentItemIds, CancellationToken ct)
    {
        foreach (var contentItemId in contentItemIds)
        {
            await CountsWriter.RecountAsync(db, contentItemId, ct);
            db.Publish(new DiscussionImported(contentItemId));
        }

        await db.SaveChangesAsync(ct);
    }
}
