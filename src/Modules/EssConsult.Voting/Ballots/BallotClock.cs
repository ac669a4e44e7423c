using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Ballots;

/// <summary>Closes votes at their date, destroys the link of open votes after the appeal delay, and finishes what an interrupted count left in the files.</summary>
internal sealed class BallotClock(SiteDb db, BallotVerbs verbs, LinkDestruction links, TraceErasure traces, TimeProvider clock) : IRecurringJob
{
    public string Name => "ballot-clock";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var id in await db.Set<Ballot>().Where(ballot => ballot.State == BallotState.Open && ballot.ClosesUtc <= now).Select(ballot => ballot.Id).ToListAsync(ct))
        {
            db.ChangeTracker.Clear();
            await verbs.CloseAsync(id, Name, ct);
        }

        foreach (var id in await db.Set<Ballot>().Where(ballot => ballot.State == BallotState.Counted && ballot.LinkUntilUtc <= now && db.Set<Vote>().Any(vote => vote.BallotId == ballot.Id)).Select(ballot => ballot.Id).ToListAsync(ct))
        {
            db.ChangeTracker.Clear();
            await links.DestroyAsync(id, ct);
        }

        foreach (var id in await db.Set<Ballot>().Where(ballot => ballot.State == BallotState.Counted && ballot.UnlinkedUtc == null && !db.Set<Vote>().Any(vote => vote.BallotId == ballot.Id)).Select(ballot => ballot.Id).ToListAsync(ct))
        {
            db.ChangeTracker.Clear();
            await traces.EraseAsync(id, ct);
        }
    }
}
