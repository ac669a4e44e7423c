using EssConsult.BallotScreening;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>
/// Looks at all votes of a public vote anew and marks those to be verified. A mark is taken back by the commission alone; what two officers
/// decided is not marked again, unless the voter casts another ballot.
/// </summary>
internal sealed class ScreenVotes(SiteDb db, PublicSecrets secrets, TimeProvider clock)
{
    /// <returns>How many were marked now.</returns>
    public async Task<int> RunAsync(Guid ballotId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var ballot = await db.LockBallotAsync(ballotId, ct);
        if (ballot.Plan.Screening is not { } rule || ballot.State is not (BallotState.Open or BallotState.Closed) || await db.Set<PublicBallot>().FirstOrDefaultAsync(row => row.BallotId == ballotId, ct) is not { } kept || secrets.KeyOf(kept.SealedKey) is not { } key)
        {
            return 0;
        }

        var now = clock.UtcNow();
        var marked = await MarkAsync(ballotId, rule, key, now, ct);
        kept.ScreenedUtc = now;
        if (marked > 0)
        {
            db.Audit(new AuditEntry("ballot.screened", ballotId.ToString(), ScreeningJob.JobName, new { marked }));
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return marked;
    }

    private async Task<int> MarkAsync(Guid ballotId, ScreeningRule rule, AddressKey key, DateTime now, CancellationToken ct)
    {
        var read = await db.Set<VoteOrigin>().AsNoTracking().Where(origin => origin.BallotId == ballotId).Join(db.Set<Vote>(), origin => origin.VoteId, vote => vote.Id, (origin, vote) => new { Origin = origin, vote.VoterId, vote.Choice }).ToListAsync(ct);
        var ballots = read.Where(line => line.Choice is not null).Select(line => new ScreenedBallot
        {
            Id = line.Origin.VoteId.ToString(), At = line.Origin.AskedUtc, Address = line.Origin.Traits.AddressOf(line.VoterId), Prefix = unchecked((ulong)line.Origin.Traits.Network), Token = unchecked((ulong)line.Origin.Form),
            Choices = key.HashOf("choice\n" + line.Choice), OnForm = TimeSpan.FromMilliseconds(line.Origin.Traits.OnFormMilliseconds),
        }).OrderBy(line => line.At).ThenBy(line => line.Id, StringComparer.Ordinal).ToList();
        var known = await db.Set<QuarantinedVote>().Where(row => row.BallotId == ballotId).ToDictionaryAsync(row => row.VoteId, ct);
        var marks = new List<QuarantinedVote>();
        foreach (var (ballot, verdict) in ballots.Zip(BallotScreen.Screen(() => ballots, rule.Criteria())).Where(pair => pair.Second.IsQuarantined))
        {
            var (id, reason) = (Guid.Parse(verdict.Id), QuarantineReasons.Of(verdict.Reasons)[0]);
            if (!known.TryGetValue(id, out var row))
            {
                marks.Add(db.Add(new QuarantinedVote { VoteId = id, BallotId = ballotId, Reason = reason, Reasons = (int)verdict.Reasons, Group = QuarantineGroup.Of(reason, ballot), AtUtc = now }).Entity);
            }
            else if (row.State == QuarantineState.Waiting && row.AppealedUtc is null && row.Reason != reason && reason < row.Reason)
            {
                (row.Reason, row.Reasons, row.Group) = (reason, row.Reasons | (int)verdict.Reasons, QuarantineGroup.Of(reason, ballot));
                marks.Add(row);
            }
            else if (row.IsUndecided)
            {
                row.Reasons |= (int)verdict.Reasons;
            }
        }

        foreach (var some in marks.Chunk(500))
        {
            var reasons = some.ToDictionary(row => row.VoteId);
            var ids = reasons.Keys.ToList();
            foreach (var vote in await db.Set<Vote>().Where(vote => ids.Contains(vote.Id)).ToListAsync(ct))
            {
                vote.Quarantine = reasons[vote.Id].Reason;
            }
        }

        foreach (var row in marks.Where(row => !known.ContainsKey(row.VoteId)))
        {
            db.Publish(new VoteQuarantined(ballotId, row.VoteId));
        }

        return marks.Count(row => !known.ContainsKey(row.VoteId));
    }
}
