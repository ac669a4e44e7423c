using EssConsult.Discussion.Contracts;

namespace EssConsult.Contributions;

/// <summary>
/// The verbs of a moderator on contributions. Each stages one decision about the words that were read (<see cref="TextStamp"/>; null
/// decides about whatever stands there, as circuits do), with its audit row; the caller saves.
/// </summary>
internal sealed class ContributionModeration(SiteDb db, IContentStore content, IReports reports, TimeProvider clock)
{
    /// <exception cref="RuleException">Somebody has already decided, or the text changed.</exception>
    public async Task AcceptAsync(string contentItemId, string? stamp, string actor, CancellationToken ct)
    {
        await RequireAsync(contentItemId, row => row.State == ContributionState.Submitted, ct);
        await content.PublishAsync(await ReadAsync(contentItemId, ContentVersion.Latest, stamp, ct), ct);
        Audit("contribution.accept", contentItemId, null, null, actor);
    }

    /// <summary>Sends a submitted text back to its author with the motive.</summary>
    /// <exception cref="RuleException">Somebody has already decided, the text changed, or « Other » comes without a word.</exception>
    public async Task RefuseAsync(string contentItemId, string? stamp, Motive motive, string? note, string actor, CancellationToken ct)
    {
        var row = await RequireAsync(contentItemId, found => found.State == ContributionState.Submitted, ct);
        await ReadAsync(contentItemId, ContentVersion.Latest, stamp, ct);
        Explain(row, motive, note);
        (row.State, row.DecidedUtc) = (ContributionState.Refused, clock.UtcNow());
        db.Publish(new ContributionRefused(contentItemId, row.ProcessId, row.AuthorId, motive.ToString()));
        Audit("contribution.refuse", contentItemId, motive, note, actor);
        await reports.CloseAsync(contentItemId, ReportState.Upheld, actor, ct);
    }

    /// <summary>The author's correction becomes what readers see.</summary>
    /// <exception cref="RuleException">Somebody has already decided, or the text changed.</exception>
    public async Task AcceptCorrectionAsync(string contentItemId, string? stamp, string actor, CancellationToken ct)
    {
        var row = await RequireCorrectionAsync(contentItemId, ct);
        await content.PublishAsync(await ReadAsync(contentItemId, ContentVersion.Latest, stamp, ct), ct);
        row.UnreadSinceUtc = null;
        db.Publish(new ContributionCorrectionDecided(contentItemId, row.ProcessId, row.AuthorId, Motive: null));
        Audit("contribution.accept-correction", contentItemId, null, null, actor);
    }

    /// <summary>What readers see stays; the author is told why.</summary>
    /// <exception cref="RuleException">Somebody has already decided, the text changed, or « Other » comes without a word.</exception>
    public async Task RefuseCorrectionAsync(string contentItemId, string? stamp, Motive motive, string? note, string actor, CancellationToken ct)
    {
        var row = await RequireCorrectionAsync(contentItemId, ct);
        await ReadAsync(contentItemId, ContentVersion.Latest, stamp, ct);
        Explain(row, motive, note);
        row.CorrectionUtc = null;
        await content.DropDraftAsync(contentItemId, ct);
        db.Publish(new ContributionCorrectionDecided(contentItemId, row.ProcessId, row.AuthorId, motive.ToString()));
        Audit("contribution.refuse-correction", contentItemId, motive, note, actor);
    }

    /// <summary>Takes a published text off; its address stays and says when and why.</summary>
    /// <exception cref="RuleException">It is not published, it changed, or « Other » comes without a word.</exception>
    public async Task RemoveAsync(string contentItemId, string? stamp, Motive motive, string? note, string actor, CancellationToken ct)
    {
        var row = await RequireAsync(contentItemId, found => found.State == ContributionState.Published, ct);
        await ReadAsync(contentItemId, ContentVersion.Published, stamp, ct);
        Explain(row, motive, note);
        (row.State, row.DecidedUtc) = (ContributionState.Removed, clock.UtcNow());
        await content.RemoveAsync(contentItemId, ct);
        db.Publish(new ContributionRemoved(contentItemId, row.ProcessId, row.AuthorId, motive.ToString()));
        Audit("contribution.remove", contentItemId, motive, note, actor);
        await reports.CloseAsync(contentItemId, ReportState.Upheld, actor, ct);
    }

    /// <summary>The published text was read and stays; its open reports are answered.</summary>
    /// <exception cref="RuleException">It is not published, or it changed.</exception>
    public async Task KeepAsync(string contentItemId, string? stamp, string actor, CancellationToken ct)
    {
        var row = await RequireAsync(contentItemId, found => found.State == ContributionState.Published, ct);
        await ReadAsync(contentItemId, ContentVersion.Published, stamp, ct);
        row.UnreadSinceUtc = null;
        Audit("contribution.keep", contentItemId, null, null, actor);
        await reports.CloseAsync(contentItemId, ReportState.Cleared, actor, ct);
    }

    public static RuleException Changed() => new("moderation.changed", "Ce texte a changé pendant que vous le lisiez. Relisez-le, puis décidez.");

    private Task<ContributionRow> RequireCorrectionAsync(string contentItemId, CancellationToken ct) =>
        RequireAsync(contentItemId, row => row is { State: ContributionState.Published, CorrectionUtc: not null }, ct);

    private async Task<ContributionRow> RequireAsync(string contentItemId, Func<ContributionRow, bool> waits, CancellationToken ct)
    {
        var row = await db.FindContributionAsync(contentItemId, ct);
        return row is not null && waits(row) ? row : throw Gone();
    }

    private async Task<ContentItem> ReadAsync(string contentItemId, ContentVersion which, string? stamp, CancellationToken ct)
    {
        var item = await content.FindAsync(contentItemId, which, ct) ?? throw Gone();
        return stamp is null || TextStamp.Of(item) == stamp ? item : throw Changed();
    }

    private static void Explain(ContributionRow row, Motive motive, string? note)
    {
        if (motive == Motive.Other && string.IsNullOrWhiteSpace(note))
        {
            throw new RuleException("moderation.note-required", "Expliquez le motif : l’auteur doit comprendre la décision.") { Field = "Note" };
        }

        (row.Motive, row.MotiveNote) = (motive.ToString(), note);
    }

    private void Audit(string act, string subject, Motive? motive, string? note, string actor) =>
        db.Audit(new AuditEntry(act, subject, actor, new { motive = motive?.ToString(), note }));

    private static RuleException Gone() => new("moderation.decided", "Quelqu’un a déjà décidé pour ce texte. La liste est à jour.");
}
