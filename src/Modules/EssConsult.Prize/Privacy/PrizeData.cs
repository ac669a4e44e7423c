using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Privacy;

/// <summary>
/// A person's entries, seats in juries, links and marks. Erasing takes drafts and entries of calls that are not judged yet; of an edition
/// that was judged the texts stay as long as its result must be explained, without a name that leads to anybody.
/// </summary>
internal sealed class PrizeData(SiteDb db, JuryVerbs jury, TimeProvider clock) : IPersonalData
{
    public string Name => "prix";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(entry => db.ApplicantOf(personId).Any(own => own.Id == entry.Id)).OrderBy(entry => entry.CreatedUtc).Select(entry => new { entry.EditionId, entry.Number, entry.Title, entry.Answers, State = entry.State.ToString(), entry.CreatedUtc, entry.SubmittedUtc, entry.Receipt, entry.Reason }).ToListAsync(ct);
        var own = db.ApplicantOf(personId).Select(entry => entry.Id);
        var files = await db.Set<EntryFile>().AsNoTracking().Where(file => own.Contains(file.EntryId) && file.ById == personId).OrderBy(file => file.AtUtc).Select(file => new { file.EntryId, file.FileName, file.Hash, file.AtUtc, file.Bytes }).ToListAsync(ct);
        var together = await db.Set<CoApplicant>().AsNoTracking().Where(row => row.PersonId == personId).Select(row => new { row.EntryId, row.Email, row.InvitedUtc, row.JoinedUtc }).ToListAsync(ct);
        var appeals = await db.Set<Appeal>().AsNoTracking().Where(row => row.ById == personId).Select(row => new { row.EntryId, row.Text, row.AtUtc, row.IsUpheld, row.Reason }).ToListAsync(ct);
        var seats = await db.Set<Juror>().AsNoTracking().Where(juror => juror.PersonId == personId).Select(juror => new { juror.Id, juror.EditionId, juror.Name, juror.Email, juror.Organisation, State = juror.State.ToString(), juror.IsPresident, juror.AnsweredUtc, juror.DeclaredUtc }).ToListAsync(ct);
        var links = await db.Set<Conflict>().AsNoTracking().Where(conflict => conflict.PersonId == personId).Select(conflict => new { conflict.EditionId, EntryId = conflict.Origin == ConflictOrigin.Declared ? (Guid?)conflict.EntryId : null, Kind = conflict.Kind.ToString(), Origin = conflict.Origin.ToString(), conflict.AtUtc }).ToListAsync(ct);
        var ids = seats.ConvertAll(seat => seat.Id);
        var marks = await db.Set<Mark>().AsNoTracking().Where(mark => ids.Contains(mark.JurorId)).OrderBy(mark => mark.AtUtc).Select(mark => new { mark.EntryId, mark.Field, mark.Value, mark.AtUtc }).ToListAsync(ct);
        var hints = await db.Set<LinkHint>().AsNoTracking().Where(hint => hint.PersonId == personId).Select(hint => new { hint.EditionId, Kind = hint.Kind.ToString(), State = hint.State.ToString(), hint.AtUtc }).ToListAsync(ct);
        var votes = await db.Set<Ballot>().AsNoTracking().Where(ballot => ids.Contains(ballot.JurorId)).Select(ballot => new { ballot.RoundId, Choice = ballot.Choice.ToString() }).ToListAsync(ct);
        var attendance = await db.Set<Attendance>().AsNoTracking().Where(row => ids.Contains(row.JurorId)).Select(row => new { row.EditionId, Kind = row.Kind.ToString(), row.AtUtc }).ToListAsync(ct);
        var notes = await db.Set<SittingNote>().AsNoTracking().Where(row => row.ById == personId).Select(row => new { row.EditionId, row.Text, row.AtUtc }).ToListAsync(ct);
        return entries.Count + together.Count + files.Count + appeals.Count + seats.Count + links.Count + hints.Count + notes.Count == 0 ? null : new { entries, together, files, appeals, seats, links, hints, marks, votes, attendance, notes };
    }

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        await HandOnAsync(personId, ct);
        await WithdrawAsync(personId, ct);
        await db.Set<SittingNote>().Where(row => row.ById == personId).ExecuteUpdateAsync(row => row.SetProperty(one => one.ById, string.Empty), ct);
        await db.Set<SittingDecision>().Where(row => row.ById == personId).ExecuteUpdateAsync(row => row.SetProperty(one => one.ById, string.Empty), ct);
        await db.Set<LinkHint>().Where(hint => hint.PersonId == personId).ExecuteDeleteAsync(ct);
        await PrizeErasure.EntriesAsync(db, db.Set<Entry>().Where(entry => entry.OwnerId == personId && (entry.Number == null || db.Set<Edition>().Any(edition => edition.ContentItemId == entry.EditionId && edition.Stage == EditionStage.Call))), ct);
        await db.Set<Entry>().Where(entry => entry.OwnerId == personId).ExecuteUpdateAsync(entry => entry.SetProperty(row => row.IsOffGallery, true), ct);
        await db.Set<CoApplicant>().Where(row => row.PersonId == personId).ExecuteDeleteAsync(ct);
        await db.Set<LateCode>().Where(row => row.EntryId != null && db.Set<Entry>().Any(entry => entry.Id == row.EntryId && entry.OwnerId == personId)).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, string.Empty), ct);
        var left = clock.UtcNow();
        foreach (var juror in await db.Set<Juror>().Where(juror => juror.PersonId == personId).ToListAsync(ct))
        {
            try
            {
                await jury.LeaveAsync(juror, personId, ct);
            }
            catch (RuleException judged) when (judged.Code == JuryVerbs.Late)
            {
                // The marks of an edition that was judged stay, nobody's: they made the result.
            }

            await PrizeErasure.JurorAsync(db, juror.Id, ct);
            await db.Set<Juror>().Where(row => row.Id == juror.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.AnsweredUtc, left), ct);
        }
    }

    /// <summary>What is written together in a call that is open goes on to whoever joined first: it is theirs as well.</summary>
    private async Task HandOnAsync(string personId, CancellationToken ct)
    {
        var shared = await db.Set<Entry>().Where(entry => entry.OwnerId == personId && db.Set<Edition>().Any(edition => edition.ContentItemId == entry.EditionId && edition.Stage == EditionStage.Call))
            .Select(entry => new { entry.Id, Heir = db.Set<CoApplicant>().Where(other => other.EntryId == entry.Id && other.PersonId != null && other.PersonId != personId).OrderBy(other => other.JoinedUtc).Select(other => other.PersonId).FirstOrDefault() }).ToListAsync(ct);
        foreach (var entry in shared.Where(entry => entry.Heir is not null))
        {
            await db.Set<Entry>().Where(row => row.Id == entry.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.OwnerId, entry.Heir!), ct);
            await db.Set<CoApplicant>().Where(row => row.EntryId == entry.Id && row.PersonId == entry.Heir).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>The register says that these entries take part no more, before they go.</summary>
    private async Task WithdrawAsync(string personId, CancellationToken ct)
    {
        foreach (var entry in await db.Set<Entry>().AsNoTracking().Where(entry => entry.OwnerId == personId && entry.Number != null && entry.State != EntryState.Withdrawn && db.Set<Edition>().Any(edition => edition.ContentItemId == entry.EditionId && edition.Stage == EditionStage.Call)).Select(entry => new { entry.Id, entry.EditionId }).ToListAsync(ct))
        {
            db.Record(await db.LockEditionAsync(entry.EditionId, ct), clock.UtcNow(), RecordedActs.OfEntry(RecordedActs.Withdrawn, entry.Id));
            await db.SaveChangesAsync(ct);
        }
    }
}
