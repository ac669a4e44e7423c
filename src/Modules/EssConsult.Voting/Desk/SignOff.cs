using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Desk;

/// <summary>
/// Signs people off who vote on paper or by a show of hands. It takes the same place in the same index as a vote online: whoever has one
/// cannot have the other. A vote that is in the box is never taken out for a signature, even where votes may be changed: nobody at the desk
/// decides over somebody's vote.
/// </summary>
internal sealed class SignOff(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    public async Task SignAsync(Ballot ballot, DeskVoter voter, CancellationToken ct)
    {
        RequireOpen(ballot);
        var vote = db.Add(new Vote { BallotId = ballot.Id, VoterId = voter.VoterId, PersonId = voter.PersonId, Channel = VoteChannel.Desk, Weight = voter.Weight }).Entity;
        db.Audit(new AuditEntry("ballot.signed-off", ballot.Id.ToString(), person.RequiredId, new { vote.Id }));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (RuleException twice) when (twice.Code == Vote.Twice)
        {
            db.ChangeTracker.Clear();
            throw await db.Set<Vote>().AnyAsync(row => row.BallotId == ballot.Id && row.VoterId == voter.VoterId && row.Channel == VoteChannel.Online, ct)
                ? new RuleException("desk.voted", "Cette personne a déjà voté en ligne : elle ne peut pas émarger.")
                : new RuleException("desk.signed", "Cette personne a déjà émargé.");
        }
    }

    /// <summary>Takes a signature back that was a mistake, while the vote is open; a vote online stays.</summary>
    public async Task UndoAsync(Guid ballotId, string voterId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        RequireOpen(await db.LockBallotAsync(ballotId, ct));
        var vote = await db.Set<Vote>().FirstOrDefaultAsync(row => row.BallotId == ballotId && row.VoterId == voterId && row.Channel == VoteChannel.Desk, ct)
            ?? throw new RuleException("desk.not-signed", "Cette personne n’a pas émargé.");
        db.Remove(vote);
        db.Audit(new AuditEntry("ballot.sign-off-undone", ballotId.ToString(), person.RequiredId, new { vote.Id }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private void RequireOpen(Ballot ballot)
    {
        if (!ballot.TakesVotes(clock.UtcNow()))
        {
            throw new RuleException("desk.closed", "Ce vote n’est pas ouvert : personne ne peut émarger.");
        }
    }
}
