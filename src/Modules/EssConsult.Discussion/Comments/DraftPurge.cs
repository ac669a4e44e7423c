namespace EssConsult.Discussion.Comments;

/// <summary>A draft of a comment is kept thirty days.</summary>
internal sealed class DraftPurge(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "comment-draft-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow() - Kept;
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<CommentDraft>().Where(draft => draft.SavedUtc < before).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
    }
}
