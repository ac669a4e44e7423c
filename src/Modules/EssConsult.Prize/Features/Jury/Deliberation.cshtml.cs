using EssConsult.Prize.Editions;
using EssConsult.Prize.Features.Sittings;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;

namespace EssConsult.Prize.Features.Jury;

/// <summary>The deliberation room for a juror; the chair runs it.</summary>
[SignedIn]
internal sealed class DeliberationModel(SiteDb db, SittingVerbs sittings, VoteVerbs votes, JurorSpace space, RoomReader rooms) : RoomPage(db, sittings, votes)
{
    public override string Address => $"/jury/{Edition}/deliberation";

    protected override async Task<bool> FindAsync(string edition, CancellationToken ct)
    {
        if (await space.FindAsync(edition, ct) is not { Edition.Stage: EditionStage.Deliberation } seat)
        {
            return false;
        }

        View = await rooms.ReadAsync(seat.Edition, seat.Juror.PersonId!, seat.Juror, seat.Juror.IsPresident, ct);
        return true;
    }
}
