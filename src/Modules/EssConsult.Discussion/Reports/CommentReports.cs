using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.Reports;

internal static class CommentReports
{
    /// <summary>Closes the open reports on a comment, in the caller's transaction; the caller saves.</summary>
    public static async Task CloseReportsAsync(this SiteDb db, Comment comment, ReportState state, DateTime now, CancellationToken ct)
    {
        var closed = await db.Set<Report>().Where(report => report.CommentId == comment.Id && report.State == ReportState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.State, state).SetProperty(report => report.ClosedUtc, now), ct);
        if (closed > 0)
        {
            db.Publish(new ReportsClosed(comment.ContentItemId, comment.Id, state));
        }
    }
}
