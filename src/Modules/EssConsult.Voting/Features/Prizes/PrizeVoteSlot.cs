using EssConsult.Prize.Contracts;
using EssConsult.Voting.Ballots;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Prizes;

/// <param name="Ballot">Null where there is none yet.</param>
internal sealed record PrizeVoteCard(string EditionId, BallotHead? Ballot);

/// <summary>On an edition's page of the team: the public's vote, or the way to prepare one.</summary>
internal sealed class PrizeVoteSlot(SiteDb db, IPublicVotes prizes, CurrentPerson person) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not string edition || !person.Can(Permissions.ManageBallots))
        {
            return null;
        }

        var known = await prizes.FindAsync(edition, ct);
        var ballot = known is null ? null : await db.Set<Ballot>().Where(row => row.Id == known.BallotId).Heads().FirstOrDefaultAsync(ct);
        return new SlotView("/Features/EssConsult.Voting/Prizes/_PrizeVote.cshtml", new PrizeVoteCard(edition, ballot));
    }
}
