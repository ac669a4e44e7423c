using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Quarantine;
using EssConsult.Voting.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

/// <summary>
/// Turns a filled ballot into a vote, once its link was followed. One mailbox, one vote: the unique index on ballot and voter, where the
/// voter is the mailbox's hash. A link that was followed before gives the same receipt; a link that a later vote has overtaken gives none.
/// </summary>
internal sealed class ConfirmVote(SiteDb db, TraceErasure traces, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <returns>The receipt; null when the link has had its use.</returns>
    /// <exception cref="RuleException">The vote is closed, or the mailbox has voted and may not change it.</exception>
    public async Task<string?> HandleAsync(Ballot ballot, BallotRule rule, Guid askedId, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StoreAsync(ballot, rule, askedId, ct);
            }
            catch (RuleException besides) when (besides.Code is Vote.Twice or Vote.Moved && tries < MostTries)
            {
                // The same link in another window was quicker: what it stored is looked at now.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Of the vote that came of this link, where it still stands.</summary>
    public Task<string?> ReceiptAsync(Guid ballotId, Guid askedId, CancellationToken ct) => db.Set<Vote>().Where(vote => vote.BallotId == ballotId && vote.FormKey == askedId).Select(vote => vote.Receipt).FirstOrDefaultAsync(ct);

    private async Task<string?> StoreAsync(Ballot ballot, BallotRule rule, Guid askedId, CancellationToken ct)
    {
        if (!ballot.TakesVotes(clock.UtcNow()))
        {
            throw new RuleException("vote.closed", "Ce vote est clos : rien n’a été enregistré.");
        }

        await using var write = await db.BeginWriteAsync(ct);
        if (db.Database.IsNpgsql())
        {
            // The ballot first, as the screen and the commission take it, and as the trigger on votes does later: nobody waits in a circle. Voters share it.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM ballot WHERE id = {ballot.Id} FOR KEY SHARE", ct);

            // The same link, or another one of the mailbox, followed in two windows: the second waits, and finds what the first has stored.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM ballot_asked WHERE ballot_id = {ballot.Id} AND mailbox = (SELECT mailbox FROM ballot_asked WHERE id = {askedId}) ORDER BY id FOR UPDATE", ct);
        }

        await traces.OverwriteDeletedAsync(ct);

        if (await db.Set<AskedVote>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == askedId && row.BallotId == ballot.Id, ct) is not { } asked)
        {
            return await ReceiptAsync(ballot.Id, askedId, ct);
        }

        var before = await db.Set<Vote>().FirstOrDefaultAsync(vote => vote.BallotId == ballot.Id && vote.VoterId == asked.Mailbox, ct);
        if (before is not null && !rule.Revote)
        {
            throw new RuleException(Vote.Twice + ".before", "Vous avez déjà voté.");
        }

        // Nobody's account: whoever opens the mail may be signed in as somebody else.
        var vote = before ?? db.Add(new Vote { BallotId = ballot.Id, VoterId = asked.Mailbox }).Entity;
        var cast = OpenEnvelope.Of(asked.Choice);
        vote.Put(cast, asked.Id);
        if (before is null)
        {
            db.Add(new VoteOrigin { VoteId = vote.Id, BallotId = ballot.Id, AskedUtc = asked.AskedUtc, Form = asked.Form, Traits = asked.Traits });
        }
        else
        {
            // Another ballot is another vote to look at, unless two officers have said that this mailbox is no voter.
            var origin = await db.Set<VoteOrigin>().FirstAsync(row => row.VoteId == vote.Id, ct);
            (origin.AskedUtc, origin.Form, origin.Traits) = (asked.AskedUtc, asked.Form, asked.Traits);
            if (await db.Set<QuarantinedVote>().FirstOrDefaultAsync(row => row.VoteId == vote.Id && row.State != QuarantineState.Excluded, ct) is { } row)
            {
                db.Remove(row);
                vote.Quarantine = null;
            }
        }

        await db.Set<AskedVote>().Where(row => row.BallotId == ballot.Id && row.Mailbox == asked.Mailbox && row.AskedUtc <= asked.AskedUtc).ExecuteDeleteAsync(ct);
        db.Publish(new VoteCast(ballot.Id, vote.Id.ToString(), null, before is not null));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return cast.Receipt;
    }
}
