using EssConsult.Prize.Editions;
using EssConsult.Prize.Features.Sittings;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>The deliberation room for the team, who keeps the minutes: it runs what the chair cannot, being recused.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class AdminDeliberationModel(SiteDb db, SittingVerbs sittings, VoteVerbs votes, RoomReader rooms, CurrentPerson person) : RoomPage(db, sittings, votes)
{
    private readonly SiteDb db = db;

    public override string Address => $"/admin/prix/{Edition}/deliberation";

    protected override async Task<bool> FindAsync(string edition, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == edition, ct) is not { Stage: EditionStage.Deliberation or EditionStage.Announced, JuryErasedUtc: null } found)
        {
            return false;
        }

        View = await rooms.ReadAsync(found, person.RequiredId, juror: null, mayRun: true, ct);
        return true;
    }
}
