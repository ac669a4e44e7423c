using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

/// <summary>
/// Ballots whose address nobody confirmed go after a week, and when the vote is over. After the count nobody is written to any more: the
/// addresses go. Once nobody may contest the result, the key goes: what is left of a hash is a number.
/// </summary>
internal sealed class PublicPurge(SiteDb db, TraceErasure traces, TimeProvider clock) : IRecurringJob
{
    public string Name => "public-vote-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow() - AskedVote.Kept;
        await using var write = await db.BeginWriteAsync(ct);
        await traces.OverwriteDeletedAsync(ct);
        await db.Set<AskedVote>().Where(row => row.AskedUtc < before || db.Set<Ballot>().Any(ballot => ballot.Id == row.BallotId && ballot.State != BallotState.Open)).ExecuteDeleteAsync(ct);
        foreach (var origin in await db.Set<VoteOrigin>().Where(row => row.Traits.SealedAddress != null && db.Set<Ballot>().Any(ballot => ballot.Id == row.BallotId && ballot.State == BallotState.Counted)).Take(5000).ToListAsync(ct))
        {
            origin.Traits = origin.Traits with { SealedAddress = null };
        }

        foreach (var over in await db.Set<PublicBallot>().Where(row => row.SealedKey != null && db.Set<Ballot>().Any(ballot => ballot.Id == row.BallotId && ballot.State == BallotState.Counted) && !db.Set<Vote>().Any(vote => vote.BallotId == row.BallotId)).ToListAsync(ct))
        {
            over.SealedKey = null;
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
