using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Counting;

/// <summary>After the appeal delay of an open vote: its choices go into the box under random keys, its voters to the signatures, and nothing joins them.</summary>
internal sealed class LinkDestruction(SiteDb db, TraceErasure traces)
{
    public async Task DestroyAsync(Guid id, CancellationToken ct)
    {
        await using (var write = await db.BeginWriteAsync(ct))
        {
            await db.LockBallotAsync(id, ct);
            await traces.OverwriteDeletedAsync(ct);
            // Of a public vote: without its key, what is left of a mailbox's hash is a number.
            await db.Set<AskedVote>().Where(row => row.BallotId == id).ExecuteDeleteAsync(ct);
            await db.Set<VoteOrigin>().Where(row => row.BallotId == id).ExecuteDeleteAsync(ct);
            await db.Set<PublicBallot>().Where(row => row.BallotId == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.SealedKey, (string?)null), ct);
            var votes = await db.Set<Vote>().AsNoTracking().Where(vote => vote.BallotId == id).ToListAsync(ct);
            await db.Set<Vote>().Where(vote => vote.BallotId == id).ExecuteDeleteAsync(ct);
            db.AddRange(votes.Where(vote => vote is { Choice: not null, Quarantine: null }).Select(vote => new BoxBallot { BallotId = id, Choice = vote.Choice!, Weight = vote.Weight }).OrderBy(ballot => ballot.Id));
            db.AddRange(votes.Where(vote => vote.Receipt is not null).Select(vote => vote.Receipt!).Order(StringComparer.Ordinal).Select(code => new PublishedReceipt { BallotId = id, Code = code }));
            db.AddRange(votes.OrderBy(vote => vote.VoterId, StringComparer.Ordinal).Select(vote => new Signature { BallotId = id, VoterId = vote.VoterId, PersonId = vote.PersonId }));
            db.Audit(new AuditEntry("ballot.link-destroyed", id.ToString(), "ballot-clock", new { votes.Count }));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        await traces.EraseAsync(id, ct);
    }
}
