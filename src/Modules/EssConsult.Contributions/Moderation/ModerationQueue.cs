using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

internal enum QueueKind
{
    Submitted,
    Reported,
    Comment,
}

/// <summary>One line of the moderator's queue. <c>Key</c> names it in the address: <c>contribution-…</c> or <c>comment-…</c>.</summary>
internal sealed record QueueEntry(string Key, QueueKind Kind, string Id, string Title, DateTime SinceUtc, int Reports);

/// <summary>One queue for contributions to read, reported contributions and comments. Reports come first, and change nothing else.</summary>
internal sealed class ModerationQueue(SiteDb db, ICommentModeration comments)
{
    private const int Shown = 100;
    private const int TitleLength = 80;

    public async Task<IReadOnlyList<QueueEntry>> ReadAsync(CancellationToken ct)
    {
        var contributions = await (
            from row in db.Set<ContributionRow>().Where(row => row.State == ContributionState.Submitted || row.State == ContributionState.Published)
            join counts in db.Set<DiscussionCounts>() on row.ContentItemId equals counts.ContentItemId into found
            from counts in found.DefaultIfEmpty()
            where row.State == ContributionState.Submitted || counts!.OpenReports > 0
            orderby counts!.OpenReports descending, row.SubmittedUtc
            select new { row.ContentItemId, row.Title, row.State, row.SubmittedUtc, row.CreatedUtc, Reports = (int?)counts!.OpenReports }).Take(Shown).ToListAsync(ct);

        var reported = await comments.ListAsync(Shown, ct);
        return
        [
            .. contributions.Select(row => new QueueEntry(
                    "contribution-" + row.ContentItemId, row.State == ContributionState.Submitted ? QueueKind.Submitted : QueueKind.Reported,
                    row.ContentItemId, row.Title, row.SubmittedUtc ?? row.CreatedUtc, row.Reports ?? 0))
                .Concat(reported.Select(comment => new QueueEntry("comment-" + comment.Id, QueueKind.Comment, comment.Id.ToString(), Short(comment.Body), comment.CreatedUtc, comment.Reports.Count)))
                .OrderByDescending(entry => entry.Reports).ThenBy(entry => entry.SinceUtc),
        ];
    }

    public async Task<int> CountAsync(CancellationToken ct) =>
        await db.Set<ContributionRow>().CountAsync(row => row.State == ContributionState.Submitted, ct)
        + await db.Set<DiscussionCounts>().CountAsync(counts => counts.OpenReports > 0, ct)
        + await comments.CountAsync(ct);

    private static string Short(string body) => body.Length <= TitleLength ? body : body[..TitleLength] + "…";
}
