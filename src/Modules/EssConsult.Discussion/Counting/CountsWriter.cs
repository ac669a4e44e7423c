namespace EssConsult.Discussion.Counting;

/// <summary>
/// Keeps <see cref="DiscussionCounts"/> in the transaction that changes what it counts. One statement adds in the database, so two
/// people at once cannot overwrite each other's addition.
/// </summary>
internal static class CountsWriter
{
    public static Task<int> AddAsync(SiteDb db, string contentItemId, CountsChange change, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO discussion_counts (content_item_id, comments, supports, open_reports, threads_for, threads_neutral, threads_against, last_activity_utc, begun)
        VALUES ({contentItemId}, {change.Comments}, {change.Supports}, {change.OpenReports}, {change.ThreadsFor}, {change.ThreadsNeutral}, {change.ThreadsAgainst}, {change.ActiveUtc}, FALSE)
        ON CONFLICT (content_item_id) DO UPDATE SET
          comments = discussion_counts.comments + excluded.comments,
          supports = discussion_counts.supports + excluded.supports,
          open_reports = discussion_counts.open_reports + excluded.open_reports,
          threads_for = discussion_counts.threads_for + excluded.threads_for,
          threads_neutral = discussion_counts.threads_neutral + excluded.threads_neutral,
          threads_against = discussion_counts.threads_against + excluded.threads_against,
          last_activity_utc = COALESCE(excluded.last_activity_utc, discussion_counts.last_activity_utc)
        """, ct);

    /// <summary>
    /// Counts an item anew, after an import or an erasure, in the caller's transaction. The first statement waits for whoever is
    /// changing the counts; the second then sees what they committed, and the next waits for it.
    /// </summary>
    public static async Task RecountAsync(SiteDb db, string contentItemId, CancellationToken ct)
    {
        await AddAsync(db, contentItemId, new CountsChange(), ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE discussion_counts SET
              comments = (SELECT COUNT(*) FROM comment WHERE content_item_id = {contentItemId} AND state = 'Published'),
              supports = (SELECT COUNT(*) FROM support WHERE content_item_id = {contentItemId}),
              open_reports = (SELECT COUNT(*) FROM report WHERE content_item_id = {contentItemId} AND comment_id IS NULL AND state = 'Open'),
              threads_for = (SELECT COUNT(*) FROM comment WHERE content_item_id = {contentItemId} AND parent_id IS NULL AND alignment = 'For'),
              threads_neutral = (SELECT COUNT(*) FROM comment WHERE content_item_id = {contentItemId} AND parent_id IS NULL AND alignment = 'Neutral'),
              threads_against = (SELECT COUNT(*) FROM comment WHERE content_item_id = {contentItemId} AND parent_id IS NULL AND alignment = 'Against'),
              last_activity_utc = COALESCE((SELECT MAX(created_utc) FROM comment WHERE content_item_id = {contentItemId}), last_activity_utc)
            WHERE content_item_id = {contentItemId}
            """, ct);
    }

    /// <summary>Notes that the item was published.</summary>
    /// <returns>True the first time only.</returns>
    public static async Task<bool> BeginAsync(SiteDb db, string contentItemId, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO discussion_counts (content_item_id, comments, supports, open_reports, threads_for, threads_neutral, threads_against, begun)
        VALUES ({contentItemId}, 0, 0, 0, 0, 0, 0, TRUE)
        ON CONFLICT (content_item_id) DO UPDATE SET begun = TRUE WHERE NOT discussion_counts.begun
        """, ct) == 1;
}
