using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>A published answer beside the contribution that it answers.</summary>
internal sealed record AnsweredContribution(string Title, string Path, AnswerState State, string Body, string Signature, DateTime PublishedUtc, bool IsDemo)
{
    public static Task<int> CountAsync(SiteDb db, string? processId, CancellationToken ct) =>
        Of(db, processId).CountAsync(row => db.Set<Answer>().Any(answer => answer.ContentItemId == row.ContentItemId && answer.PublishedUtc != null), ct);

    /// <summary>The latest published answers, in one query.</summary>
    public static Task<List<AnsweredContribution>> LatestAsync(SiteDb db, string? processId, int skipped, int count, CancellationToken ct) =>
        db.Set<Answer>().Where(answer => answer.PublishedUtc != null)
            .Join(Of(db, processId), answer => answer.ContentItemId, row => row.ContentItemId, (answer, row) => new { answer, row })
            .OrderByDescending(found => found.answer.PublishedUtc).ThenBy(found => found.answer.Id).Skip(skipped).Take(count)
            .Select(found => new AnsweredContribution(
                found.row.Title, found.row.Path, found.answer.State, found.answer.Body, found.answer.Signature, found.answer.PublishedUtc!.Value, found.row.IsDemo))
            .ToListAsync(ct);

    private static IQueryable<ContributionRow> Of(SiteDb db, string? processId) => db.Set<ContributionRow>().Published().Where(row => processId == null || row.ProcessId == processId);
}
