using EssConsult.Prize.Editions;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>Contesting that an entry is not eligible, each in the edition's turn.</summary>
internal sealed class AppealVerbs(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    /// <exception cref="RuleException">There is nothing to contest, the days are over, or nothing is said.</exception>
    public Task LodgeAsync(string editionId, Guid entryId, string? text, CancellationToken ct) => ActAsync(editionId, entryId, async (edition, entry) =>
    {
        var (now, why) = (clock.UtcNow(), TypedText.Clean(text));
        if (!entry.MayAppeal(edition, now) || await db.Set<Appeal>().AnyAsync(row => row.EntryId == entryId, ct))
        {
            throw new RuleException("appeal.late", "Cette décision ne peut plus être contestée ici.");
        }

        if (why.Length == 0)
        {
            throw new RuleException("appeal.text", "Dites pourquoi ce dossier est recevable, selon vous.") { Field = "Appeal" };
        }

        db.Add(new Appeal { EntryId = entryId, Text = why, AtUtc = now, ById = person.RequiredId });
        db.Record(edition, now, RecordedActs.OfEntry(RecordedActs.Appealed, entryId));
        db.Publish(new EntryAppealed(entryId, editionId));
        db.Audit(new AuditEntry("entry.appealed", entryId.ToString(), person.RequiredId));
    }, ct);

    /// <summary>By somebody who did not read the entry.</summary>
    public Task DecideAsync(string editionId, Guid entryId, bool isUpheld, string? reason, CancellationToken ct) => ActAsync(editionId, entryId, async (edition, entry) =>
    {
        var (now, me) = (clock.UtcNow(), person.RequiredId);
        if (await db.Set<Appeal>().FirstOrDefaultAsync(row => row.EntryId == entryId, ct) is not { } appeal || edition.Stage != EditionStage.Call || entry.State == EntryState.Withdrawn)
        {
            throw new RuleException("appeal.none", "Aucun recours n’attend de décision ici.");
        }

        if (await db.Set<Screening>().AnyAsync(row => row.EntryId == entryId && row.ReaderId == me, ct))
        {
            throw new RuleException("appeal.reader", "Vous avez lu ce dossier : quelqu’un d’autre décide du recours.");
        }

        appeal.Decide(isUpheld, TypedText.Clean(reason), me, now);
        db.Record(edition, now, RecordedActs.OfEntry(isUpheld ? RecordedActs.AppealUpheld : RecordedActs.AppealRejected, entryId));
        if (isUpheld)
        {
            entry.Uphold(now);
            db.Record(edition, now, RecordedActs.OfEntry(RecordedActs.Eligible, entryId));
            db.Publish(new EntryScreened(entryId, editionId, entry.OwnerId, IsEligible: true));
        }

        db.Publish(new EntryAppealDecided(entryId, editionId, isUpheld));
        db.Audit(new AuditEntry(isUpheld ? "entry.appeal-upheld" : "entry.appeal-rejected", entryId.ToString(), me, new { appeal.Reason }));
    }, ct);

    private async Task ActAsync(string editionId, Guid entryId, Func<Edition, Entry, Task> act, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        var entry = await db.Set<Entry>().FirstAsync(row => row.Id == entryId && row.EditionId == editionId, ct);
        await db.Entry(entry).ReloadAsync(ct);
        await act(edition, entry);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
