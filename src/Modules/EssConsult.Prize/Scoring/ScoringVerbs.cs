using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Scoring;

/// <summary>One thing that a device says was set.</summary>
/// <param name="Value">Null or empty to take it back.</param>
/// <param name="Age">Milliseconds since it was set: devices' clocks differ, and the newest mark counts.</param>
internal sealed record GivenMark(Guid Nonce, string Field, string? Value, long Age = 0);

/// <summary>What a juror does at the desk.</summary>
internal sealed class ScoringVerbs(SiteDb db, TimeProvider clock)
{
    /// <summary>Of one sending.</summary>
    public const int MostMarks = 500;

    private const int MostTries = 5;

    /// <summary>Milliseconds: what lay longer on a device is as old as that.</summary>
    private const long Oldest = 365L * 24 * 60 * 60 * 1000;

    /// <summary>Stores what is new; sent twice, in any order, it comes out the same.</summary>
    /// <exception cref="RuleException">Scoring is not open.</exception>
    public async Task ReceiveAsync(Seat seat, Guid entryId, IReadOnlyCollection<GivenMark> given, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await StoreAsync(seat, entryId, given, ct);
                return;
            }
            catch (RuleException sentBesides) when (sentBesides.Code == Mark.Sent && tries < MostTries)
            {
                // Another window, or this one once more, stored some of it since it was looked at.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>In the edition's turn: what is acknowledged is there when scoring closes.</summary>
    private async Task StoreAsync(Seat seat, Guid entryId, IReadOnlyCollection<GivenMark> given, CancellationToken ct)
    {
        await using var turn = await db.BeginWriteAsync(ct);
        var rule = RequireOpen(await db.LockEditionAsync(seat.Edition.ContentItemId, ct));
        await RequireAssignedAsync(seat.Juror.Id, entryId, ct);
        var (now, nonces) = (clock.UtcNow(), given.Select(mark => mark.Nonce).ToList());
        var known = await db.Set<Mark>().Where(mark => nonces.Contains(mark.Nonce)).Select(mark => mark.Nonce).ToHashSetAsync(ct);
        db.AddRange(given.DistinctBy(mark => mark.Nonce).Where(mark => !known.Contains(mark.Nonce) && Fits(rule, mark)).Select(mark => new Mark
        {
            Nonce = mark.Nonce, JurorId = seat.Juror.Id, EntryId = entryId, Field = mark.Field, Value = Clean(mark.Value), ReceivedUtc = now, AtUtc = now.AddMilliseconds(-Math.Clamp(mark.Age, 0, Oldest)).ToMillisecond(),
        }));
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
    }

    /// <summary>Inside the turn: the juror may have left, or been recused, since the page was shown.</summary>
    private async Task RequireAssignedAsync(Guid jurorId, Guid entryId, CancellationToken ct)
    {
        if (!await db.Set<JuryPair>().AnyAsync(pair => pair.JurorId == jurorId && pair.EntryId == entryId && pair.Standing == Standing.Assigned && db.Set<Juror>().Any(juror => juror.Id == jurorId && juror.State == JurorState.Accepted), ct))
        {
            throw new RuleException("sheet.recused", "Ce dossier est écarté : il ne peut pas être noté.");
        }
    }

    public async Task<IReadOnlyDictionary<string, string>> StandingAsync(Guid jurorId, Guid entryId, CancellationToken ct) =>
        Mark.Standing(await db.Set<Mark>().AsNoTracking().Where(mark => mark.JurorId == jurorId && mark.EntryId == entryId).ToListAsync(ct));

    /// <summary>Gives the sheet as it stands.</summary>
    /// <returns>What the juror keeps to prove it.</returns>
    /// <exception cref="RuleException">A mark or a required comment is missing.</exception>
    public Task<SheetSubmission> SubmitAsync(Seat seat, Guid entryId, CancellationToken ct) => GiveAsync(seat, entryId, SheetAct.Submitted, async (edition, rule) =>
    {
        var text = SheetText.Of(rule, edition.RuleHash!, await StandingAsync(seat.Juror.Id, entryId, ct));
        return text.Missing(rule) is [var missing, ..]
            ? throw new RuleException("sheet.incomplete", "Le critère « {0} » attend encore une note ou un commentaire.", missing.Label) { Field = missing.Id } : text;
    }, ct);

    /// <summary>No marks, on purpose: the entry's mean leaves this juror out.</summary>
    public Task<SheetSubmission> AbstainAsync(Seat seat, Guid entryId, string? reason, CancellationToken ct) => GiveAsync(seat, entryId, SheetAct.Abstained, (edition, _) =>
    {
        var comments = TypedText.Clean(reason) is { Length: > 0 } words ? new Dictionary<string, string> { [SheetText.ToJury] = words } : [];
        return Task.FromResult(new SheetText(edition.RuleHash!, Abstained: true, new Dictionary<string, int>(), comments));
    }, ct);

    /// <summary>Inside the transaction that closes scoring: sheets that are complete but were not submitted count as they stand.</summary>
    public async Task CloseAsync(Edition edition, CancellationToken ct)
    {
        var rule = ScoringRule.Read(edition.Rule!);
        var open = await db.Set<Mark>().AsNoTracking().Where(mark => db.Set<JuryPair>().Any(pair => pair.EditionId == edition.ContentItemId && pair.JurorId == mark.JurorId && pair.EntryId == mark.EntryId && pair.Standing == Standing.Assigned) && db.Set<Juror>().Any(juror => juror.Id == mark.JurorId && juror.State == JurorState.Accepted)
            && !db.Set<Sheet>().Any(sheet => sheet.JurorId == mark.JurorId && sheet.EntryId == mark.EntryId)).ToListAsync(ct);
        foreach (var sheet in open.GroupBy(mark => (mark.JurorId, mark.EntryId)))
        {
            var text = SheetText.Of(rule, edition.RuleHash!, Mark.Standing(sheet));
            if (text.Missing(rule).Count == 0)
            {
                await StageAsync(sheet.Key.JurorId, sheet.Key.EntryId, edition, text, SheetAct.ClosedComplete, ct);
            }
        }
    }

    /// <summary>In the edition's turn: no sheet slips in behind the close.</summary>
    private async Task<SheetSubmission> GiveAsync(Seat seat, Guid entryId, SheetAct act, Func<Edition, ScoringRule, Task<SheetText>> write, CancellationToken ct)
    {
        await using var turn = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(seat.Edition.ContentItemId, ct);
        var rule = RequireOpen(edition);
        await RequireAssignedAsync(seat.Juror.Id, entryId, ct);
        var sent = await StageAsync(seat.Juror.Id, entryId, edition, await write(edition, rule), act, ct);
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
        return sent;
    }

    private async Task<SheetSubmission> StageAsync(Guid jurorId, Guid entryId, Edition edition, SheetText text, SheetAct act, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var content = text.Write(jurorId, entryId);
        var sequence = 1 + (await db.Set<SheetSubmission>().Where(sent => sent.JurorId == jurorId && sent.EntryId == entryId).MaxAsync(sent => (int?)sent.Sequence, ct) ?? 0);
        var sheet = await db.Set<Sheet>().FindAsync([jurorId, entryId], ct) ?? db.Add(new Sheet { JurorId = jurorId, EntryId = entryId, Abstained = false, Content = content, Sequence = sequence, AtUtc = now }).Entity;
        (sheet.Abstained, sheet.Content, sheet.Sequence, sheet.AtUtc) = (text.Abstained, content, sequence, now);
        var submission = db.Add(SheetSubmission.Of(jurorId, entryId, sequence, act, content, now)).Entity;
        db.Record(edition, now, RecordedActs.OfSheet(jurorId, entryId, sequence, act.ToString(), submission.Commitment));
        db.Publish(new SheetSubmitted(jurorId, entryId, edition.ContentItemId, text.Abstained));
        db.Audit(new AuditEntry("sheet." + act.ToString().ToLowerInvariant(), entryId.ToString(), jurorId.ToString(), new { submission.Commitment, sequence }));
        return submission;
    }

    private ScoringRule RequireOpen(Edition edition) => edition.TakesMarks(clock.UtcNow()) ? ScoringRule.Read(edition.Rule!)
        : throw new RuleException("sheet.closed", "La notation n’est pas ouverte : rien n’a été enregistré.");

    private static bool Fits(ScoringRule rule, GivenMark mark) => SheetText.IsComment(rule, mark.Field)
        || (rule.Criteria.FirstOrDefault(criterion => criterion.Id == mark.Field) is { } criterion && (string.IsNullOrEmpty(mark.Value) || SheetText.MarkOf(criterion, mark.Value) is not null));

    private static string? Clean(string? value) => TypedText.Clean(value) is { Length: > 0 } words ? words.Length <= Mark.LongestComment ? words : words[..(char.IsHighSurrogate(words[Mark.LongestComment - 1]) ? Mark.LongestComment - 1 : Mark.LongestComment)] : null;
}
