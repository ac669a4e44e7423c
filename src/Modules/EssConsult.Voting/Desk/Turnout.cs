using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Desk;

/// <summary>How many took part: whoever signed off at the desk has voted, though their ballot is not here.</summary>
internal sealed record Turnout(int Online, int Desk)
{
    public int All => Online + Desk;
}

internal static class TurnoutReading
{
    extension(SiteDb db)
    {
        public async Task<Turnout> TurnoutAsync(Guid ballotId, CancellationToken ct) => (await db.TurnoutsAsync([ballotId], ct))[ballotId];

        /// <summary>Three queries, however many ballots and whatever their state. Rows of a secret vote are gone once it is counted: its receipts and its batches tell.</summary>
        public async Task<IReadOnlyDictionary<Guid, Turnout>> TurnoutsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
        {
            var cast = await db.Set<Vote>().Where(vote => ids.Contains(vote.BallotId)).GroupBy(vote => new { vote.BallotId, vote.Channel }).Select(same => new { same.Key.BallotId, same.Key.Channel, Count = same.Count() }).ToListAsync(ct);
            var receipts = await db.Set<PublishedReceipt>().Where(receipt => ids.Contains(receipt.BallotId)).GroupBy(receipt => receipt.BallotId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
            var signed = await db.Set<PaperBatch>().Where(batch => ids.Contains(batch.BallotId)).GroupBy(batch => batch.BallotId).Select(same => new { same.Key, Count = same.Max(batch => batch.SignedOff) }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
            int Of(Guid id, VoteChannel channel) => cast.Where(row => row.BallotId == id && row.Channel == channel).Sum(row => row.Count);
            return ids.ToDictionary(id => id, id => new Turnout(Of(id, VoteChannel.Online) + receipts.GetValueOrDefault(id), Math.Max(Of(id, VoteChannel.Desk), (int)(signed.GetValueOrDefault(id) ?? 0))));
        }
    }
}
