using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Ballots;

internal static class BallotQueries
{
    extension(SiteDb db)
    {
        /// <summary>What everybody may see; null for a draft and for what does not exist.</summary>
        public Task<Ballot?> FindBallotAsync(Guid id, CancellationToken ct) => db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(ballot => ballot.Id == id && ballot.State != BallotState.Draft, ct);

        /// <summary>Inside a write transaction: no vote is stored and nothing else moves the ballot on until it ends.</summary>
        public async Task<Ballot> LockBallotAsync(Guid id, CancellationToken ct)
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM ballot WHERE id = {id} FOR UPDATE", ct);
            }

            // What the context has read before may be old by now.
            var ballot = await db.Set<Ballot>().FirstAsync(row => row.Id == id, ct);
            await db.Entry(ballot).ReloadAsync(ct);
            return ballot;
        }
    }
}
