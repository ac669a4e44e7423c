using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Reports;
using EssConsult.Discussion.Rules;

namespace EssConsult.Discussion.Comments;

internal sealed class CommentVerbs(SiteDb db, Rulebook rulebook, TimeProvider clock) : IComments
{
    private static readonly TimeSpan SentAgainWithin = TimeSpan.FromHours(1);

    public async Task<Guid> PostAsync(NewComment comment, CancellationToken ct)
    {
        await rulebook.RequireCommentsAsync(comment.ContentItemId, ct);
        var parent = comment.ParentId is { } parentId ? await ParentAsync(parentId, comment.ContentItemId, ct) : null;
        var now = clock.UtcNow();
        var row = Comment.Write(comment, parent, comment.FormId is { } form ? IdOf(form, comment) : Guid.CreateVersion7(clock.GetUtcNow()), now);
        row.AwaitsReviewSinceUtc = now;
        try
        {
            await AddAsync(row, parent, ct);
            return row.Id;
        }
        catch (RuleException twice) when (twice.Code == Comment.Twice && comment.FormId is not null)
        {
            db.ChangeTracker.Clear();
            return await IsSentAgainAsync(row, ct) ? row.Id : await PostAsync(comment with { FormId = null }, ct);
        }
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
        var now = clock.UtcNow();
        comment.Remove(now);
        await db.CloseReportsAsync(comment, ReportState.Upheld, now, ct);
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

    private async Task AddAsync(Comment row, Comment? parent, CancellationToken ct)
    {
        var hasDraft = await CommentDrafts.ExistsAsync(db, row.AuthorId, row.ContentItemId, ct);
        await using var write = await db.BeginWriteAsync(ct);
        if (hasDraft)
        {
            await CommentDrafts.ForgetAsync(db, row.AuthorId, row.ContentItemId, ct);
        }

        row.ReplyNumber = parent is null ? 0 : await NextReplyAsync(parent.RootId, ct);
        db.Add(row);
        db.Publish(new CommentPosted(row.ContentItemId, row.Id, row.ParentId, row.AuthorId));
        await db.SaveChangesAsync(ct);
        await CountsWriter.AddAsync(db, row.ContentItemId, CountsChange.NewComment(parent is null, row.Alignment, row.CreatedUtc), ct);
        await write.CommitAsync(ct);
    }

    // The words are part of it: other words from a page that the browser kept are another comment, and must not be lost.
    private static Guid IdOf(Guid form, NewComment comment) =>
        IDiscussionImport.IdOf(string.Join('\n', "form", form, comment.AuthorId, comment.ContentItemId, comment.ParentId, comment.Body));

    private Task<bool> IsSentAgainAsync(Comment row, CancellationToken ct)
    {
        var since = row.CreatedUtc - SentAgainWithin;
        return db.Set<Comment>().AnyAsync(
            comment => comment.Id == row.Id && comment.AuthorId == row.AuthorId && comment.ContentItemId == row.ContentItemId
                && comment.State != CommentState.Removed && comment.CreatedUtc >= since, ct);
    }

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
