using EssConsult.Mail.Contracts;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>Tells whoever cast a vote that it waits, and what two officers decided; never what it says.</summary>
internal sealed class QuarantineMails(SiteDb db, PublicSecrets secrets, IMailQueue mail, ISiteAddress address) : IHandle<VoteQuarantined>, IHandle<QuarantineDecided>
{
    public Task HandleAsync(VoteQuarantined happened, CancellationToken ct) => TellAsync("vote-quarantined", happened.BallotId, happened.VoteId, ct);

    public Task HandleAsync(QuarantineDecided happened, CancellationToken ct) => TellAsync(happened.Kept ? "vote-kept" : "vote-excluded", happened.BallotId, happened.VoteId, ct);

    private async Task TellAsync(string template, Guid ballotId, Guid voteId, CancellationToken ct)
    {
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == ballotId, ct) is not { } ballot || ballot.Plan.Screening is not { } rule
            || await db.Set<QuarantinedVote>().AsNoTracking().FirstOrDefaultAsync(row => row.VoteId == voteId, ct) is not { } waiting
            || await db.Set<VoteOrigin>().AsNoTracking().FirstOrDefaultAsync(row => row.VoteId == voteId, ct) is not { } origin || secrets.Unseal(origin.Traits.SealedAddress) is not { } recipient)
        {
            return;
        }

        var language = origin.Traits.Language;
        await mail.EnqueueAsync(new MailDraft(template, recipient)
        {
            Language = language,
            Model = new Dictionary<string, object?>
            {
                ["Title"] = ballot.Title, ["Code"] = waiting.Reason.Code(), ["Why"] = waiting.Why, ["IsLast"] = waiting.AppealedUtc is not null,
                ["Until"] = waiting.ContestUntil(rule)?.MomentIn(Language.Of(language)), ["Url"] = address.Absolute(secrets.ToContest(ballotId, voteId), language), ["VoteUrl"] = address.Absolute($"/votes/{ballotId}", language),
            },
        }, ct);
    }
}
