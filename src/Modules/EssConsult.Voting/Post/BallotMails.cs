using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Voting.Casting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Post;

/// <summary>Confirms a vote to who cast it: that it is in the box, with its receipt, and nothing of what it says.</summary>
internal sealed class BallotMails(SiteDb db, IMailPeople people, ISiteAddress address) : IHandle<VoteCast>
{
    public async Task HandleAsync(VoteCast happened, CancellationToken ct)
    {
        // A vote that was replaced or counted meanwhile has no receipt to tell of.
        if (happened.PersonId is not { } person || await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(ballot => ballot.Id == happened.BallotId, ct) is not { } ballot
            || await db.Set<Vote>().Where(vote => vote.BallotId == happened.BallotId && vote.VoterId == happened.VoterId).Select(vote => vote.Receipt).FirstOrDefaultAsync(ct) is not { } receipt)
        {
            return;
        }

        await people.EnqueueAsync(person, new PersonMail("vote-received")
        {
            Model = language => new Dictionary<string, object?>
            {
                ["Title"] = ballot.Title, ["Receipt"] = receipt, ["Replaced"] = happened.Replaced, ["Revote"] = ballot.Plan.Revote, ["Until"] = ballot.ClosesUtc?.MomentIn(Language.Of(language)), ["Url"] = address.Absolute($"/votes/{ballot.Id}", language),
            },
        }, ct);
    }
}
