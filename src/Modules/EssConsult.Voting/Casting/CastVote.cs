using EssConsult.Voting.Ballots;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Casting;

/// <summary>
/// Puts a vote into the box. That nobody votes twice is the unique index on ballot and voter; that nothing is stored after the close is a
/// trigger that reads the ballot under a lock. Neither is checked here first: two requests at once would both pass.
/// </summary>
internal sealed class CastVote(SiteDb db, IBallotSealing sealing, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <param name="formKey">Of the form shown: sent twice, it votes once.</param>
    /// <param name="choice">Canonical JSON.</param>
    /// <returns>The receipt.</returns>
    /// <exception cref="RuleException">The vote is not open, or this voice has voted and may not change it.</exception>
    public async Task<string> HandleAsync(Ballot ballot, BallotRule rule, Voice voice, Guid formKey, string choice, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StoreAsync(ballot, rule, voice, formKey, choice, ct);
            }
            catch (RuleException besides) when (besides.Code is Vote.Twice or Vote.Moved && tries < MostTries)
            {
                // Another window, or the same form once more, was quicker: what it stored is looked at now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<string> StoreAsync(Ballot ballot, BallotRule rule, Voice voice, Guid formKey, string choice, CancellationToken ct)
    {
        if (!ballot.TakesVotes(clock.UtcNow()))
        {
            throw new RuleException("vote.closed", "Ce vote est clos : rien n’a été enregistré.");
        }

        var before = await db.Set<Vote>().FirstOrDefaultAsync(vote => vote.BallotId == ballot.Id && vote.VoterId == voice.VoterId, ct);
        if (before is { Receipt: { } same } && before.FormKey == formKey)
        {
            return same;
        }

        if (before is { Channel: VoteChannel.Desk } || (before is not null && !rule.Revote))
        {
            throw new RuleException(Vote.Twice + ".before", before.Channel == VoteChannel.Desk ? "Vous avez déjà voté au bureau de vote." : "Vous avez déjà voté.");
        }

        var cast = rule.Regime == BallotRegime.Secret ? sealing.Seal(rule, voice.VoterId, choice) : OpenEnvelope.Of(choice);
        var vote = before ?? db.Add(new Vote { BallotId = ballot.Id, VoterId = voice.VoterId, PersonId = voice.PersonId, Weight = voice.Weight }).Entity;
        vote.Put(cast, formKey);
        vote.PersonId = voice.PersonId ?? vote.PersonId;
        db.Publish(new VoteCast(ballot.Id, voice.VoterId, voice.PersonId, before is not null));
        await db.SaveChangesAsync(ct);
        return cast.Receipt;
    }
}
