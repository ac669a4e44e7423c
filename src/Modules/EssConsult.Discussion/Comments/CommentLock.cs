namespace EssConsult.Discussion.Comments;

internal static class CommentLock
{
    /// <summary>Locks the comment's row for the rest of the open transaction, then reads it: author and moderators change it one after the other.</summary>
    public static async Task<Comment?> LockCommentAsync(this SiteDb db, Guid id, CancellationToken ct)
    {
        await db.Set<Comment>().Where(comment => comment.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Depth, comment => comment.Depth), ct);
        return await db.Set<Comment>().FirstOrDefaultAsync(comment => comment.Id == id, ct);
    }
}
