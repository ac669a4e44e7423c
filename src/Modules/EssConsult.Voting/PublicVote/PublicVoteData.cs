using EssConsult.Accounts.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

/// <summary>
/// Votes by confirmed address, found by trying the address with each vote's key. While a vote is open, the vote of an address goes with it;
/// of one that is closed it stays in the box, nobody's.
/// </summary>
internal sealed class PublicVoteData(SiteDb db, PublicSecrets secrets) : IAddressData
{
    public string Name => "votes-par-adresse";

    public async Task<object?> ExportAsync(string address, CancellationToken ct)
    {
        var found = new List<object>();
        foreach (var (ballotId, mailbox) in await MailboxesAsync(address, ct))
        {
            found.AddRange(await db.Set<Vote>().AsNoTracking().Where(vote => vote.BallotId == ballotId && vote.VoterId == mailbox).Join(db.Set<Ballot>(), vote => vote.BallotId, ballot => ballot.Id, (vote, ballot) => new
            {
                ballot.Title, vote.Receipt, vote.Choice, Quarantine = vote.Quarantine.ToString(), db.Set<QuarantinedVote>().FirstOrDefault(row => row.VoteId == vote.Id)!.Appeal,
            }).ToListAsync(ct));
        }

        return found.Count == 0 ? null : found;
    }

    public async Task EraseAsync(string address, CancellationToken ct)
    {
        foreach (var (ballotId, mailbox) in await MailboxesAsync(address, ct))
        {
            await db.Set<AskedVote>().Where(row => row.BallotId == ballotId && row.Mailbox == mailbox).ExecuteDeleteAsync(ct);
            var vote = await db.Set<Vote>().FirstOrDefaultAsync(row => row.BallotId == ballotId && row.VoterId == mailbox, ct);
            if (vote is null)
            {
                continue;
            }

            if (await db.Set<Ballot>().AnyAsync(ballot => ballot.Id == ballotId && ballot.State == BallotState.Open, ct))
            {
                db.Remove(vote);
                continue;
            }

            // As many digits as a mailbox has: the screen reads it as one.
            var nobody = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
            await db.Set<Vote>().Where(row => row.Id == vote.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.VoterId, nobody), ct);
            await db.Set<QuarantinedVote>().Where(row => row.VoteId == vote.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Appeal, (string?)null), ct);
            var origin = await db.Set<VoteOrigin>().FirstAsync(row => row.VoteId == vote.Id, ct);
            origin.Traits = origin.Traits with { SealedAddress = null };
        }
    }

    /// <summary>An account that takes another address had no part in the vote: whoever reads the mailbox has.</summary>
    public Task LeaveAsync(string former, string present, CancellationToken ct) => Task.CompletedTask;

    private async Task<IReadOnlyList<(Guid BallotId, string Mailbox)>> MailboxesAsync(string address, CancellationToken ct)
    {
        var kept = await db.Set<PublicBallot>().AsNoTracking().Where(row => row.SealedKey != null).ToListAsync(ct);
        return [.. kept.Select(row => (row.BallotId, secrets.KeyOf(row.SealedKey)?.Of(address)?.Address)).Where(pair => pair.Address is not null).Select(pair => (pair.BallotId, pair.Address!))];
    }
}
