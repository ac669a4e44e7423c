using EssConsult.Discussion.Contracts;

namespace EssConsult.Contributions;

/// <summary>The verbs of a moderator on contributions. Each stages one decision with its audit row; the page saves.</summary>
internal sealed class ContributionModeration(SiteDb db, IContentStore content, IReports reports, CurrentPerson person, TimeProvider clock)
{
    /// <exception cref="RuleException">Somebody has already decided, or the text is gone.</exception>
    public async Task AcceptAsync(string contentItemId, CancellationToken ct)
    {
        var row = await RequireAsync(contentItemId, ContributionState.Submitted, ct);
        var item = await content.FindAsync(contentItemId, ContentVersion.Latest, ct) ?? throw Gone();
        await content.PublishAsync(item, ct);
        db.Publish(new ContributionPublished(contentItemId, row.ProcessId, row.AuthorId, Moderated: true));
        Audit("contribution.accept", contentItemId, null, null);
    }

    /// <summary>Sends a submitted text back to its author with the motive.</summary>
    /// <exception cref="RuleException">Somebody has already decided, or « Other » comes without a word.</exception>
    public async Task RefuseAsync(string contentItemId, Motive motive, string? note, CancellationToken ct)
    {
        var row = await RequireAsync(contentItemId, ContributionState.Submitted, ct);
        Decide(row, ContributionState.Refused, motive, note);
        db.Publish(new ContributionRefused(contentItemId, row.ProcessId, row.AuthorId, motive.ToString()));
        Audit("contribution.refuse", contentItemId, motive, note);
        await reports.CloseAsync(contentItemId, ReportState.Upheld, person.RequiredId, ct);
    }

    /// <summary>Takes a published text off; its address stays and says when and why.</summary>
    /// <exception cref="RuleException">It is not published, or « Other » comes without a word.</exception>
    public async Task RemoveAsync(string contentItemId, Motive motive, string? note, CancellationToken ct)
    {
        var row = await RequireAsync(contentItemId, ContributionState.Published, ct);
        Decide(row, ContributionState.Removed, motive, note);
        await content.RemoveAsync(contentItemId, ct);
        db.Publish(new ContributionRemoved(contentItemId, row.ProcessId, row.AuthorId, motive.ToString()));
        Audit("contribution.remove", contentItemId, motive, note);
        await reports.CloseAsync(contentItemId, ReportState.Upheld, person.RequiredId, ct);
    }

    /// <summary>The text stays; its open reports are answered.</summary>
    public async Task ClearReportsAsync(string contentItemId, CancellationToken ct)
    {
        Audit("contribution.clear-reports", contentItemId, null, null);
        await reports.CloseAsync(contentItemId, ReportState.Cleared, person.RequiredId, ct);
    }

    private async Task<ContributionRow> RequireAsync(string contentItemId, ContributionState state, CancellationToken ct)
    {
        var row = await db.FindContributionAsync(contentItemId, ct);
        return row?.State == state ? row : throw Gone();
    }

    private void Decide(ContributionRow row, ContributionState state, Motive motive, string? note)
    {
        if (motive == Motive.Other && string.IsNullOrWhiteSpace(note))
        {
            throw new RuleException("moderation.note-required", "Expliquez le motif : l’auteur doit comprendre la décision.") { Field = "Note" };
        }

        (row.State, row.Motive, row.MotiveNote, row.DecidedUtc) = (state, motive.ToString(), note, clock.UtcNow());
    }

    private void Audit(string act, string subject, Motive? motive, string? note) =>
        db.Audit(new AuditEntry(act, subject, person.RequiredId, new { motive = motive?.ToString(), note }));

    private static RuleException Gone() => new("moderation.decided", "Quelqu’un a déjà décidé pour ce texte. La liste est à jour.");
}
