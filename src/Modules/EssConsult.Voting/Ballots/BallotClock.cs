using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Electorates;
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

        await ForgetVotersAsync(now, ct);
    }

    /// <summary>Once nobody may appeal, who voted and who might have is known no more.</summary>
    private async Task ForgetVotersAsync(DateTime now, CancellationToken ct)
    {
        var counted = await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.State == BallotState.Counted && ballot.CountedUtc < now
            && (db.Set<Signature>().Any(signature => signature.BallotId == ballot.Id) || db.Set<RollLine>().Any(line => line.BallotId == ballot.Id && line.AddressKey != null))).Select(ballot => new { ballot.Id, ballot.Rule, ballot.CountedUtc }).ToListAsync(ct);
        foreach (var ballot in counted.Where(ballot => ballot.CountedUtc!.Value.AddDays(BallotRule.Read(ballot.Rule!).AppealDays) <= now))
        {
            await using var write = await db.BeginWriteAsync(ct);
            await db.Set<Signature>().Where(signature => signature.BallotId == ballot.Id).ExecuteDeleteAsync(ct);
            await db.Set<RollLine>().Where(line => line.BallotId == ballot.Id).ExecuteUpdateAsync(line => line.SetProperty(row => row.AddressKey, (string?)null), ct);
            db.Audit(new AuditEntry("ballot.voters-forgotten", ballot.Id.ToString(), Name));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }
    }
}
