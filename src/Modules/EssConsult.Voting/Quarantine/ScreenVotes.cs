using EssConsult.BallotScreening;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>
/// Looks at all votes of a public vote anew and marks those to be verified. Looking takes long, so that it holds nobody's turn: a vote that
/// was cast anew meanwhile is left to the next time. A mark is taken back by the commission alone; what two officers decided is not marked
/// again, unless the voter casts another ballot.
/// </summary>
internal sealed class ScreenVotes(SiteDb db, PublicSecrets secrets, TimeProvider clock)
{
    /// <returns>How many were marked now.</returns>
    public async Task<int> RunAsync(Guid ballotId, CancellationToken ct)
    {
        // Before the votes are read: up to then all of them are looked at.
        var now = clock.UtcNow();
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == ballotId, ct) is not { State: BallotState.Open or BallotState.Closed } ballot
            || ballot.Plan.Screening is not { } rule || await secrets.KeyOfAsync(db, ballotId, ct) is not { } key)
        {
            return 0;
        }

        var suspects = await JudgeAsync(ballotId, rule, key, ct);
        await using var write = await db.BeginWriteAsync(ct);
        if ((await db.LockBallotAsync(ballotId, ct)).State != ballot.State)
        {
            return 0;
        }

        var marked = await MarkAsync(ballotId, suspects, now, ct);
        if (marked > 0)
        {
            db.Audit(new AuditEntry("ballot.screened", ballotId.ToString(), ScreeningJob.JobName, new { marked }));
        }

        await db.SaveChangesAsync(ct);
        await db.Set<PublicBallot>().Where(row => row.BallotId == ballotId && (row.ScreenedUtc == null || row.ScreenedUtc < now)).ExecuteUpdateAsync(row => row.SetProperty(one => one.ScreenedUtc, now), ct);
        await write.CommitAsync(ct);
        return marked;
    }

    private async Task<List<Suspect>> JudgeAsync(Guid ballotId, ScreeningRule rule, AddressKey key, CancellationToken ct)
    {
        var read = await db.Set<VoteOrigin>().AsNoTracking().Where(origin => origin.BallotId == ballotId).Join(db.Set<Vote>(), origin => origin.VoteId, vote => vote.Id, (origin, vote) => new { Origin = origin, vote.VoterId, vote.Choice, vote.FormKey }).ToListAsync(ct);
        var forms = read.ToDictionary(line => line.Origin.VoteId, line => line.FormKey);
        var ballots = read.Where(line => line.Choice is not null).Select(line => new ScreenedBallot
        {
            Id = line.Origin.VoteId.ToString(), At = line.Origin.AskedUtc, Address = line.Origin.Traits.AddressOf(line.VoterId), Prefix = unchecked((ulong)line.Origin.Traits.Network), Token = unchecked((ulong)line.Origin.Form),
            Choices = key.HashOf("choice\n" + line.Choice), OnForm = TimeSpan.FromMilliseconds(line.Origin.Traits.OnFormMilliseconds),
        }).OrderBy(line => line.At).ThenBy(line => line.Id, StringComparer.Ordinal).ToList();
        var suspects = new List<Suspect>();
        foreach (var (ballot, verdict) in ballots.Zip(BallotScreen.Screen(() => ballots, rule.Criteria())).Where(pair => pair.Second.IsQuarantined))
        {
            var (id, reason) = (Guid.Parse(verdict.Id), QuarantineReasons.Of(verdict.Reasons)[0]);
            suspects.Add(new Suspect(id, forms[id], reason, (int)verdict.Reasons, QuarantineGroup.Of(reason, ballot)));
        }

        return suspects;
    }

    private async Task<int> MarkAsync(Guid ballotId, List<Suspect> suspects, DateTime now, CancellationToken ct)
    {
        var known = await db.Set<QuarantinedVote>().Where(row => row.BallotId == ballotId).ToDictionaryAsync(row => row.VoteId, ct);
        var marked = 0;
        foreach (var some in suspects.Where(one => !known.TryGetValue(one.VoteId, out var before) || one.Adds(before)).Chunk(500))
        {
            var marks = some.ToDictionary(one => one.VoteId);
            var ids = marks.Keys.ToList();
            foreach (var vote in (await db.Set<Vote>().Where(vote => ids.Contains(vote.Id)).ToListAsync(ct)).Where(vote => vote.FormKey == marks[vote.Id].FormKey))
            {
                var mark = marks[vote.Id];
                if (!known.TryGetValue(vote.Id, out var row))
                {
                    db.Add(new QuarantinedVote { VoteId = vote.Id, BallotId = ballotId, Reason = mark.Reason, Reasons = mark.Reasons, Group = mark.Group, AtUtc = now });
                    db.Publish(new VoteQuarantined(ballotId, vote.Id));
                    vote.Quarantine = mark.Reason;
                    marked++;
                    continue;
                }

                row.Reasons |= mark.Reasons;
                if (row is { State: QuarantineState.Waiting, AppealedUtc: null } && mark.Reason < row.Reason)
                {
                    (row.Reason, row.Group) = (mark.Reason, mark.Group);
                    vote.Quarantine = mark.Reason;
                }
            }
        }

        return marked;
    }

    /// <summary>A vote as it was when it was looked at, and what speaks against it.</summary>
    private sealed record Suspect(Guid VoteId, Guid FormKey, QuarantineReason Reason, int Reasons, string Group)
    {
        public bool Adds(QuarantinedVote before) => before.IsUndecided && (Reason < before.Reason || (before.Reasons | Reasons) != before.Reasons);
    }
}
