using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Reports;
using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion.Privacy;

internal sealed class DiscussionErasure(SiteDb db, INews news) : IDiscussionErasure
{
    public async Task EraseItemsAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken ct)
    {
        var comments = db.Set<Comment>().Where(comment => contentItemIds.Contains(comment.ContentItemId));
        await db.Set<CommentVersion>().Where(version => comments.Any(comment => comment.Id == version.CommentId)).ExecuteDeleteAsync(ct);
        await comments.ExecuteDeleteAsync(ct);
        await db.Set<CommentDraft>().Where(draft => contentItemIds.Contains(draft.ContentItemId)).ExecuteDeleteAsync(ct);
        await db.Set<Support>().Where(support => contentItemIds.Contains(support.ContentItemId)).ExecuteDeleteAsync(ct);
        await db.Set<Report>().Where(report => contentItemIds.Contains(report.ContentItemId)).ExecuteDeleteAsync(ct);
        await news.ForgetItemsAsync(contentItemIds, ct);
        await db.Set<DiscussionCounts>().Where(counts => contentItemIds.Contains(counts.ContentItemId)).ExecuteDeleteAsync(ct);
    }

    public async Task WithdrawSupportsAsync(IReadOnlyCollection<string> personIds, CancellationToken ct)
    {
        var theirs = db.Set<Support>().Where(support => personIds.Contains(support.PersonId));
        var items = await theirs.Select(support => support.ContentItemId).Distinct().ToListAsync(ct);
        await theirs.ExecuteDeleteAsync(ct);
        foreach (var item in items)
        {
            await CountsWriter.RecountAsync(db, item, ct);
            db.Publish(new DiscussionImported(item));
        }
    }
}
