using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Reports;
using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion.Privacy;

/// <summary>What a person said, supported and reported. After erasure the published counts stay as they were.</summary>
internal sealed class DiscussionData(SiteDb db, TimeProvider clock) : IPersonalData, IHandle<PersonErased>
{
    public string Name => "echanges";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct)
    {
        var keeper = CommentDrafts.OfPerson(personId);
        return new
        {
            Comments = await db.Set<Comment>().AsNoTracking().Where(comment => comment.AuthorId == personId).OrderBy(comment => comment.CreatedUtc)
                .Select(comment => new
                {
                    comment.Id, comment.ContentItemId, comment.ParentId, comment.ActorId, comment.Alignment, comment.Body, comment.CreatedUtc, comment.EditedUtc, comment.State, comment.Motive,
                    Versions = db.Set<CommentVersion>().Where(version => version.CommentId == comment.Id).OrderBy(version => version.Number)
                        .Select(version => new { version.Body, version.Alignment, version.WrittenUtc }).ToList(),
                }).ToListAsync(ct),
            Drafts = await db.Set<CommentDraft>().Where(draft => draft.Keeper == keeper).Select(draft => new { draft.ContentItemId, draft.Body, draft.SavedUtc }).ToListAsync(ct),
            Supports = await db.Set<Support>().Where(support => support.PersonId == personId).Select(support => new { support.ContentItemId, support.GivenUtc }).ToListAsync(ct),
            Reports = await db.Set<Report>().Where(report => report.ReporterId == personId)
                .Select(report => new { report.ContentItemId, report.CommentId, report.Motive, report.Comment, report.CreatedUtc, report.State }).ToListAsync(ct),
        };
    }

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        var keeper = CommentDrafts.OfPerson(personId);
        var spoken = keepTextsWithoutName ? [] : await EraseTextsAsync(personId, ct);
        await db.Set<CommentDraft>().Where(draft => draft.Keeper == keeper).ExecuteDeleteAsync(ct);
        await db.Set<Report>().Where(report => report.ReporterId == personId).ExecuteUpdateAsync(set => set.SetProperty(report => report.ReporterId, (string?)null), ct);
        foreach (var item in spoken)
        {
            await CountsWriter.RecountAsync(db, item, ct);
        }

        // Last: the new rows are staged for the caller's save, and counting anew would miss them.
        await KeepSupportsOfNobodyAsync(personId, ct);
    }

    /// <summary>Accounts that went by another road than their owner's wish (the demo's).</summary>
    public Task HandleAsync(PersonErased happened, CancellationToken ct) => EraseAsync(happened.PersonId, happened.KeptTexts, ct);

    private async Task<List<string>> EraseTextsAsync(string personId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var mine = db.Set<Comment>().Where(comment => comment.AuthorId == personId);
        var items = await mine.Where(comment => comment.State == CommentState.Published).Select(comment => comment.ContentItemId).Distinct().ToListAsync(ct);
        await db.Set<CommentVersion>().Where(version => mine.Any(comment => comment.Id == version.CommentId)).ExecuteDeleteAsync(ct);
        await db.Set<Report>().Where(report => report.State == ReportState.Open && mine.Any(comment => comment.Id == report.CommentId)).ExecuteUpdateAsync(
            set => set.SetProperty(report => report.State, ReportState.Upheld).SetProperty(report => report.ClosedUtc, now), ct);
        await mine.Where(comment => comment.State == CommentState.Published).ExecuteUpdateAsync(
            set => set.SetProperty(comment => comment.State, CommentState.Removed).SetProperty(comment => comment.StateUtc, now)
                .SetProperty(comment => comment.AwaitsReviewSinceUtc, (DateTime?)null).SetProperty(comment => comment.OpenReports, 0), ct);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Body, string.Empty), ct);
        return items;
    }

    /// <summary>A support counts on, under an id of its own that leads to nobody: one person's supports can no longer be put together.</summary>
    private async Task KeepSupportsOfNobodyAsync(string personId, CancellationToken ct)
    {
        var given = await db.Set<Support>().AsNoTracking().Where(support => support.PersonId == personId).ToListAsync(ct);
        await db.Set<Support>().Where(support => support.PersonId == personId).ExecuteDeleteAsync(ct);
        db.AddRange(given.Select(support => new Support { ContentItemId = support.ContentItemId, PersonId = Guid.NewGuid().ToString("N"), GivenUtc = support.GivenUtc }));
    }
}
