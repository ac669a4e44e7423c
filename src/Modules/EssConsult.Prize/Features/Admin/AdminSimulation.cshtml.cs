using EssConsult.Prize.Editions;
using EssConsult.Prize.Features.Sittings;
using EssConsult.Prize.Results;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>Other weights, tried by the team: without effect, and in the register.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class AdminSimulationModel(SiteDb db, RankingBook book, SittingVerbs sittings, CurrentPerson person) : SolidityPage(db, book, sittings, person)
{
    private readonly SiteDb db = db;

    public override string Address => $"/admin/prix/{EditionId}/simulation";

    protected override Task<Edition?> EnterAsync(CancellationToken ct) => db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == EditionId, ct);
}
