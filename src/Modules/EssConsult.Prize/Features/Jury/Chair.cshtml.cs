using EssConsult.JuryStatistics.Robustness;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Features.Sittings;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Jury;

/// <summary>For the chair alone: on whom and on what the ranking hangs. Nothing of it is published, and no juror is named elsewhere.</summary>
[SignedIn]
internal sealed class ChairModel(SiteDb db, JurorSpace space, RankingBook book, SittingVerbs sittings, CurrentPerson person) : SolidityPage(db, book, sittings, person)
{
    private const int FirstPlaces = 3;

    private readonly SiteDb db = db;

    internal IReadOnlyList<(string Juror, JurorInfluence Influence)> Influences { get; private set; } = [];

    /// <summary>How many first places are looked at: as many as there are awards, else three.</summary>
    public int Top { get; private set; } = FirstPlaces;

    public override string Address => $"/jury/{EditionId}/presidence";

    protected override async Task<Edition?> EnterAsync(CancellationToken ct) => await space.FindAsync(EditionId, ct) is { Juror.IsPresident: true } seat ? seat.Edition : null;

    protected override async Task ReadAsync(CancellationToken ct)
    {
        Top = await db.Set<Award>().CountAsync(award => award.EditionId == EditionId, ct) is > 0 and var awards ? awards : FirstPlaces;
        var names = await db.Set<Juror>().Where(juror => juror.EditionId == EditionId).ToDictionaryAsync(juror => juror.Id, juror => juror.Name, ct);
        Influences = [.. RankingSolidity.Influences(Ranking, Top).Select(one => (names.GetValueOrDefault(one.JurorId) ?? "–", one.Influence))];
    }
}
