using EssConsult.Voting.Ballots;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>The voter whose vote waits, or was left out, says a sentence; the commission looks again.</summary>
internal sealed class ContestVote(SiteDb db, TimeProvider clock)
{
    /// <exception cref="RuleException">It is too late, or there is nothing to contest.</exception>
    public async Task HandleAsync(Guid ballotId, Guid voteId, string? text, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var ballot = await db.LockBallotAsync(ballotId, ct);
        var row = await db.Set<QuarantinedVote>().FirstOrDefaultAsync(found => found.VoteId == voteId && found.BallotId == ballotId, ct);
        if (row is null || ballot.State == BallotState.Counted || ballot.Plan.Screening is not { } rule)
        {
            throw new RuleException("quarantine.nothing", "Il n’y a rien à contester ici.");
        }

        row.Contest(TypedText.Line(text, QuarantinedVote.LongestText), rule, clock.UtcNow());
        db.Audit(new AuditEntry("ballot.quarantine-contested", ballotId.ToString(), "voter"));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
