using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Scoring;

/// <summary>A juror in an edition.</summary>
internal sealed record Seat(Juror Juror, Edition Edition)
{
    /// <summary>Whether entries may be read: accepted, and said which links they have.</summary>
    public bool MayRead => Juror.DeclaredUtc is not null && Edition.Stage is EditionStage.Scoring or EditionStage.Deliberation or EditionStage.Announced;
}

/// <summary>Everything that the jury's pages reach goes through here: an entry that the juror is recused from is not found.</summary>
internal sealed class JurorSpace(SiteDb db, CurrentPerson person)
{
    public async Task<IReadOnlyList<Seat>> SeatsAsync(CancellationToken ct)
    {
        var me = person.RequiredId;
        var found = await db.Set<Juror>().Where(juror => juror.PersonId == me && juror.State == JurorState.Accepted).Join(db.Set<Edition>().Where(edition => edition.Published), juror => juror.EditionId, edition => edition.ContentItemId, (juror, edition) => new { juror, edition }).ToListAsync(ct);
        return [.. found.Select(seat => new Seat(seat.juror, seat.edition)).OrderByDescending(seat => seat.Edition.ClosesUtc)];
    }

    public async Task<Seat?> FindAsync(string editionId, CancellationToken ct)
    {
        var me = person.RequiredId;
        return await db.Set<Juror>().FirstOrDefaultAsync(juror => juror.EditionId == editionId && juror.PersonId == me && juror.State == JurorState.Accepted, ct) is { } juror
            && await db.FindEditionAsync(editionId, ct) is { } edition ? new Seat(juror, edition) : null;
    }

    /// <summary>What this juror marks.</summary>
    public IQueryable<Entry> Assigned(Seat seat) => db.OpenTo(seat.Juror.PersonId!, seat.Edition.ContentItemId).Where(entry => db.Set<JuryPair>().Any(pair => pair.EntryId == entry.Id && pair.JurorId == seat.Juror.Id && pair.Standing == Standing.Assigned));

    /// <returns>Null where the entry is not this juror's to mark.</returns>
    public async Task<Entry?> FindEntryAsync(Seat seat, Guid entryId, CancellationToken ct) => seat.MayRead ? await Assigned(seat).FirstOrDefaultAsync(entry => entry.Id == entryId, ct) : null;
}
