using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Jury;

/// <summary>When an entry comes in, or somebody joins one that came in, writes down who of the jury and of the team is linked to it.</summary>
internal sealed class DetectConflicts(SiteDb db, ConflictDetection detection, HintSearch hints, JuryVerbs jury, IPeople people) : IHandle<EntrySubmitted>, IHandle<CoApplicantJoined>
{
    public Task HandleAsync(EntrySubmitted happened, CancellationToken ct) => LookAsync(happened.EntryId, happened.EditionId, ct);

    public Task HandleAsync(CoApplicantJoined happened, CancellationToken ct) => LookAsync(happened.EntryId, happened.EditionId, ct);

    private async Task LookAsync(Guid entryId, string editionId, CancellationToken ct)
    {
        if (await db.Set<Entry>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == entryId && row.Number != null, ct) is not { } entry
            || !await db.Set<Edition>().AnyAsync(edition => edition.ContentItemId == editionId && (edition.Stage == EditionStage.Call || edition.Stage == EditionStage.Scoring), ct))
        {
            // Erased meanwhile, or judged: nobody is to be kept from it any more.
            return;
        }

        var jurors = await db.Set<Juror>().AsNoTracking().Where(juror => juror.EditionId == editionId && juror.State == JurorState.Accepted).ToListAsync(ct);
        var team = await people.HoldersAsync(Permissions.ManagePrize, ct);
        var known = await db.Set<Conflict>().Where(conflict => conflict.EntryId == entry.Id).Select(conflict => conflict.PersonId).ToHashSetAsync(ct);
        var found = new List<Conflict>();
        foreach (var (personId, organisation) in jurors.Select(juror => (juror.PersonId!, juror.Organisation)).Concat(team.Select(id => (id, (string?)null))).DistinctBy(one => one.Item1).Where(one => !known.Contains(one.Item1)))
        {
            found.AddRange(await detection.FindAsync(personId, organisation, [entry], ct));
        }

        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        await jury.RecuseAsync(edition, found, ct);
        db.AddRange(await hints.FindAsync(edition, jurors, [entry], ct));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
