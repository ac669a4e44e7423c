using System.Linq.Expressions;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

internal enum QueueKind
{
    /// <summary>Nobody but its author and the moderators sees it.</summary>
    Submitted,

    /// <summary>A published text whose author sent another version that must be read first.</summary>
    Correction,

    /// <summary>Published or corrected without having been read.</summary>
    Unread,

    Reported,
    Comment,
}

/// <summary>One line of the moderator's queue. <c>Key</c> names it in the address: <c>contribution-…</c>, <c>correction-…</c> or <c>comment-…</c>.</summary>
internal sealed record QueueEntry(string Key, QueueKind Kind, string Id, string Title, DateTime SinceUtc, int Reports)
{
    /// <summary>Who of the team looks after it.</summary>
    public string? FacilitatorId { get; init; }

    /// <summary>Readers see it already: it is kept or removed, not accepted or refused.</summary>
    public bool IsPublished => Kind is QueueKind.Unread or QueueKind.Reported or QueueKind.Comment;
}

/// <summary>One queue for all that a moderator has to read. What is reported comes first; reports change nothing else.</summary>
internal sealed class ModerationQueue(SiteDb db, ICommentModeration comments)
{
    private const int Shown = 100;
    private const int TitleLength = 80;

    private IQueryable<ContributionRow> Submitted => db.Set<ContributionRow>().Where(row => row.State == ContributionState.Submitted);

    private IQueryable<ContributionRow> Corrected => db.Set<ContributionRow>().Published().Where(row => row.CorrectionUtc != null);

    private IQueryable<DiscussionCounts> Reported =>
        db.Set<DiscussionCounts>().Where(counts => counts.OpenReports > 0 && db.Set<ContributionRow>().Published().Any(row => row.ContentItemId == counts.ContentItemId));

    private IQueryable<ContributionRow> Unread =>
        db.Set<ContributionRow>().Published().Where(row => row.UnreadSinceUtc != null && !db.Set<DiscussionCounts>().Any(counts => counts.ContentItemId == row.ContentItemId && counts.OpenReports > 0));

    /// <param name="of">Which contributions: all of them when null. Comments are nobody's in particular.</param>
    /// <param name="withComments">Whether comments stand among them.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<QueueEntry>> ReadAsync(Expression<Func<ContributionRow, bool>>? of, bool withComments, CancellationToken ct)
    {
        var wanted = of ?? (row => true);
        var submitted = await Submitted.Where(wanted).OrderBy(row => row.SubmittedUtc).Take(Shown).Select(row => new { row.ContentItemId, row.Title, row.FacilitatorId, At = row.SubmittedUtc ?? row.CreatedUtc }).ToListAsync(ct);
        var corrected = await Corrected.Where(wanted).OrderBy(row => row.CorrectionUtc).Take(Shown).Select(row => new { row.ContentItemId, row.Title, row.FacilitatorId, At = row.CorrectionUtc!.Value }).ToListAsync(ct);
        var unread = await Unread.Where(wanted).OrderBy(row => row.UnreadSinceUtc).Take(Shown).Select(row => new { row.ContentItemId, row.Title, row.FacilitatorId, At = row.UnreadSinceUtc!.Value }).ToListAsync(ct);
        var reported = await (
            from counts in Reported
            join row in db.Set<ContributionRow>().Where(wanted) on counts.ContentItemId equals row.ContentItemId
            orderby counts.OpenReports descending, row.PublishedUtc
            select new { row.ContentItemId, row.Title, row.FacilitatorId, At = row.UnreadSinceUtc ?? row.PublishedUtc ?? row.CreatedUtc, counts.OpenReports }).Take(Shown).ToListAsync(ct);
        var said = withComments ? await comments.ListAsync(Shown, ct) : [];
        return
        [
            .. submitted.Select(row => new QueueEntry("contribution-" + row.ContentItemId, QueueKind.Submitted, row.ContentItemId, row.Title, row.At, 0) { FacilitatorId = row.FacilitatorId })
                .Concat(corrected.Select(row => new QueueEntry("correction-" + row.ContentItemId, QueueKind.Correction, row.ContentItemId, row.Title, row.At, 0) { FacilitatorId = row.FacilitatorId }))
                .Concat(unread.Select(row => new QueueEntry("contribution-" + row.ContentItemId, QueueKind.Unread, row.ContentItemId, row.Title, row.At, 0) { FacilitatorId = row.FacilitatorId }))
                .Concat(reported.Select(row => new QueueEntry("contribution-" + row.ContentItemId, QueueKind.Reported, row.ContentItemId, row.Title, row.At, row.OpenReports) { FacilitatorId = row.FacilitatorId }))
                .Concat(said.Select(comment => new QueueEntry("comment-" + comment.Id, QueueKind.Comment, comment.Id.ToString(), Short(comment.Body), comment.CreatedUtc, comment.Reports.Count)))
                .OrderByDescending(entry => entry.Reports).ThenByDescending(entry => !entry.IsPublished).ThenBy(entry => entry.SinceUtc),
        ];
    }

    public async Task<int> CountAsync(CancellationToken ct) =>
        await Submitted.CountAsync(ct) + await Corrected.CountAsync(ct) + await Reported.CountAsync(ct) + await Unread.CountAsync(ct) + await comments.CountAsync(ct);

    private static string Short(string body) => body.Length <= TitleLength ? body : body[..TitleLength] + "…";
}
