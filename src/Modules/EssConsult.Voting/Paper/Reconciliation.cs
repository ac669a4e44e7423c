using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Paper;

/// <param name="Weight">Of one voice.</param>
internal sealed record ReconciledWeight(long Weight, long SignedOff, long Ballots);

/// <summary>Who signed off at the desk beside what was found there, weight by weight.</summary>
internal sealed record Reconciliation(IReadOnlyList<ReconciledWeight> Weights)
{
    public long SignedOff => Weights.Sum(weight => weight.SignedOff);

    public long Ballots => Weights.Sum(weight => weight.Ballots);

    public bool Agrees => Weights.All(weight => weight.SignedOff == weight.Ballots);
}

internal static class ReconciliationReading
{
    extension(SiteDb db)
    {
        /// <summary>Of all batches that are entered, confirmed or not: one desk may fill several.</summary>
        public async Task<Reconciliation> ReconcileAsync(Guid ballotId, CancellationToken ct)
        {
            var signed = await db.Set<Vote>().Where(vote => vote.BallotId == ballotId && vote.Channel == VoteChannel.Desk).GroupBy(vote => vote.Weight).Select(same => new { same.Key, Count = same.LongCount() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
            var found = await db.Set<PaperBatch>().Where(batch => batch.BallotId == ballotId).GroupBy(batch => batch.Weight).Select(same => new { same.Key, Count = same.Sum(batch => batch.Ballots) }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
            return new Reconciliation([.. signed.Keys.Union(found.Keys).Order().Select(weight => new ReconciledWeight(weight, signed.GetValueOrDefault(weight), found.GetValueOrDefault(weight)))]);
        }
    }
}
