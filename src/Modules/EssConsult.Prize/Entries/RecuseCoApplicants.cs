using EssConsult.Prize.Editions;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>Whoever writes an entry together with others has a link with it, be they of the jury already, of the team, or later.</summary>
internal sealed class RecuseCoApplicants(SiteDb db, JuryVerbs jury, TimeProvider clock) : IHandle<CoApplicantJoined>, IHandle<EntrySubmitted>
{
    public Task HandleAsync(CoApplicantJoined happened, CancellationToken ct) => RecuseAsync(happened.EntryId, happened.EditionId, ct);

    public Task HandleAsync(EntrySubmitted happened, CancellationToken ct) => RecuseAsync(happened.EntryId, happened.EditionId, ct);

    private async Task RecuseAsync(Guid entryId, string editionId, CancellationToken ct)
    {
        var known = db.Set<Conflict>().Where(conflict => conflict.EntryId == entryId).Select(conflict => conflict.PersonId);
        var found = await db.Set<CoApplicant>().Where(row => row.EntryId == entryId && row.PersonId != null && !known.Contains(row.PersonId)).Select(row => row.PersonId!).ToListAsync(ct);
        if (found.Count == 0 || !await db.Set<Edition>().AnyAsync(edition => edition.ContentItemId == editionId && (edition.Stage == EditionStage.Call || edition.Stage == EditionStage.Scoring), ct))
        {
            return;
        }

        await using var write = await db.BeginWriteAsync(ct);
        var now = clock.UtcNow();
        await jury.RecuseAsync(await db.LockEditionAsync(editionId, ct), [.. found.Select(person => new Conflict { EditionId = editionId, EntryId = entryId, PersonId = person, Kind = ConflictKind.CoEntry, Origin = ConflictOrigin.Detected, Path = "dépose ce dossier avec d’autres", AtUtc = now })], ct);
        await write.CommitAsync(ct);
    }
}
