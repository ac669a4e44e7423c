using EssConsult.Ledger;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

/// <summary>Each hour of an open public vote, and at its close: how many votes, how many in quarantine and why, and the print of the box.</summary>
internal sealed class HourlyBox(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public string Name => "ballot-hours";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var candidates = await db.Set<Ballot>().AsNoTracking().Where(ballot => (ballot.State == BallotState.Open || ballot.State == BallotState.Closed || (ballot.State == BallotState.Counted && ballot.UnlinkedUtc == null && db.Set<Vote>().Any(vote => vote.BallotId == ballot.Id))) && db.Set<PublicBallot>().Any(row => row.BallotId == ballot.Id))
            .Select(ballot => new { ballot.Id, ballot.State, ballot.OpensUtc, ballot.OpenedUtc, ballot.ClosedUtc, Last = db.Set<BoxHour>().Where(hour => hour.BallotId == ballot.Id).Max(hour => (DateTime?)hour.HourUtc) }).ToListAsync(ct);
        foreach (var ballot in candidates)
        {
            // An hour that nobody was awake to write down stays unwritten: what the box held then cannot be said afterwards.
            var hour = ballot.State != BallotState.Open ? ballot.ClosedUtc!.Value : now.Date.AddHours(now.Hour);
            var started = ballot.OpensUtc > ballot.OpenedUtc ? ballot.OpensUtc : ballot.OpenedUtc;
            if (hour > started && !(ballot.Last >= hour))
            {
                db.ChangeTracker.Clear();
                await WriteAsync(ballot.Id, ballot.State, hour, ct);
            }
        }
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string HashOf(IEnumerable<string> receipts) => BallotRule.HashOf(string.Join('\n', receipts.Order(StringComparer.Ordinal)));

    private async Task WriteAsync(Guid id, BallotState expected, DateTime hour, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if ((await db.LockBallotAsync(id, ct)).State != expected)
        {
            return;
        }

        var votes = await db.Set<Vote>().AsNoTracking().Where(vote => vote.BallotId == id && vote.Receipt != null).Select(vote => new { vote.Receipt, vote.Quarantine }).ToListAsync(ct);
        var held = votes.Select(vote => vote.Receipt!).ToHashSet();
        var known = await db.Set<ReceiptHour>().Where(row => row.BallotId == id && row.ToUtc == null).Select(row => row.Code).ToListAsync(ct);
        foreach (var some in known.Where(code => !held.Remove(code)).Chunk(500))
        {
            var gone = some.ToList();
            await db.Set<ReceiptHour>().Where(row => row.BallotId == id && gone.Contains(row.Code)).ExecuteUpdateAsync(row => row.SetProperty(one => one.ToUtc, hour), ct);
        }

        db.AddRange(held.Order(StringComparer.Ordinal).Select(code => new ReceiptHour { BallotId = id, Code = code, FromUtc = hour }));
        var waiting = votes.Where(vote => vote.Quarantine is not null).GroupBy(vote => vote.Quarantine!.Value).ToDictionary(same => same.Key.Code(), same => same.Count());
        db.Add(new BoxHour
        {
            BallotId = id, HourUtc = hour, Received = votes.Count, BoxHash = HashOf(votes.Select(vote => vote.Receipt!)),
            Quarantined = CanonicalJson.Text(System.Text.Json.JsonSerializer.SerializeToElement(waiting, TallyJson.Options)),
        });
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
