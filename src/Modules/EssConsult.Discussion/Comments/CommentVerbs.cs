using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Rules;

namespace EssConsult.Discussion.Comments;

internal sealed class CommentVerbs(SiteDb db, Rulebook rulebook, TimeProvider clock) : IComments
{
    public async Task<Guid> PostAsync(NewComment comment, CancellationToken ct)
    {
        await rulebook.RequireCommentsAsync(comment.ContentItemId, ct);
        var parent = comment.ParentId is { } parentId ? await ParentAsync(parentId, comment.ContentItemId, ct) : null;
        var now = clock.UtcNow();
        var row = Comment.Write(comment, parent, Guid.CreateVersion7(clock.GetUtcNow()), now);
        row.AwaitsReviewSinceUtc = now;

        await using var write = await db.BeginWriteAsync(ct);
        row.ReplyNumber = parent is null ? 0 : await NextReplyAsync(parent.RootId, ct);
        db.Add(row);
        db.Publish(new CommentPosted(row.ContentItemId, row.Id, row.ParentId, row.AuthorId));
        await db.SaveChangesAsync(ct);
        await CountsWriter.AddAsync(db, row.ContentItemId, CountsChange.NewComment(parent is null, row.Alignment, now), ct);
        await write.CommitAsync(ct);
        return row.Id;
    }

    public async Task EditAsync(Guid commentId, string personId, string body, Alignment alignment, CancellationToken ct)
    {
        var text = Comment.Clean(body);
        await using var write = await db.BeginWriteAsync(ct);
        var comment = await OwnAsync(commentId, personId, ct);
        await rulebook.RequireCommentsAsync(comment.ContentItemId, ct);
        if (comment.Body == text && comment.Alignment == alignment)
        {
            return;
        }

        var before = comment.Alignment;
        var now = clock.UtcNow();
        if (!comment.IsFresh(now))
        {
            var number = await db.Set<CommentVersion>().CountAsync(version => version.CommentId == commentId, ct) + 1;
            db.Add(comment.Keep(number));
        }

        // Also within the free minutes: what a moderator accepted is not what stands there now.
        comment.AwaitsReviewSinceUtc ??= now;
        (comment.Body, comment.Alignment, comment.EditedUtc) = (text, alignment, now);
        db.Publish(new CommentEdited(comment.ContentItemId, comment.Id));
        await db.SaveChangesAsync(ct);
        if (comment.ParentId is null && before != alignment)
        {
            await CountsWriter.AddAsync(db, comment.ContentItemId, CountsChange.Turned(before, alignment), ct);
        }

        await write.CommitAsync(ct);
    }

    public async Task RemoveAsync(Guid commentId, string personId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var comment = await OwnAsync(commentId, personId, ct);
        comment.Remove(clock.UtcNow());
        db.Publish(new CommentRemoved(comment.ContentItemId, comment.Id));
        await db.SaveChangesAsync(ct);
        await db.Set<CommentVersion>().Where(version => version.CommentId == commentId).ExecuteDeleteAsync(ct);
        await CountsWriter.AddAsync(db, comment.ContentItemId, new CountsChange { Comments = -1 }, ct);
        await write.CommitAsync(ct);
    }

    public IAsyncEnumerable<ReadableComment> ReadAsync(IReadOnlyCollection<string> contentItemIds) =>
        db.Set<Comment>().AsNoTracking()
            .Where(comment => contentItemIds.Contains(comment.ContentItemId) && comment.State == CommentState.Published)
            .OrderBy(comment => comment.ContentItemId).ThenBy(comment => comment.Path)
            .Select(comment => new ReadableComment(
                comment.Id, comment.ContentItemId, comment.ParentId, comment.Depth, comment.AuthorId, comment.ActorId, comment.Alignment, comment.Body,
                comment.CreatedUtc, comment.EditedUtc))
            .AsAsyncEnumerable();

    private async Task<Comment> ParentAsync(Guid id, string contentItemId, CancellationToken ct) =>
        await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(comment => comment.Id == id && comment.ContentItemId == contentItemId, ct)
        ?? throw new RuleException("comment.parent-missing", "Le commentaire auquel vous répondez n’existe plus.");

    // The update locks the thread's first row until the commit, so that no two replies get one number.
    private async Task<int> NextReplyAsync(Guid rootId, CancellationToken ct)
    {
        var root = db.Set<Comment>().Where(comment => comment.Id == rootId);
        await root.ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Replies, comment => comment.Replies + 1), ct);
        return await root.Select(comment => comment.Replies).SingleAsync(ct);
    }

    private async Task<Comment> OwnAsync(Guid id, string personId, CancellationToken ct)
    {
        var comment = await db.LockCommentAsync(id, ct);
        if (comment?.AuthorId != personId)
        {
            throw new RuleException("comment.not-yours", "Ce commentaire n’est pas le vôtre.");
        }

        return comment.State == CommentState.Published ? comment : throw new RuleException("comment.removed", "Ce commentaire a été retiré.");
    }
}
