using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Counting;

/// <summary>
/// Deleted rows lie in a database's files until something else is written over them. After a count the table of votes is written anew, so
/// that a copy of the files holds no envelope beside its voter any more.
/// </summary>
internal sealed class TraceErasure(SiteDb db, TimeProvider clock)
{
    private static readonly string[] Tables = ["ballot_vote", "ballot_asked", "ballot_origin", "ballot_public"];

    /// <summary>SQLite fills what this connection deletes with zeroes.</summary>
    public async Task OverwriteDeletedAsync(CancellationToken ct)
    {
        if (!db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", ct);
        }
    }

    /// <summary>Outside a transaction; done once more by the job where it could not be done now.</summary>
    public async Task EraseAsync(Guid ballotId, CancellationToken ct)
    {
        if (!await db.Set<Ballot>().AnyAsync(ballot => ballot.Id == ballotId && ballot.State == BallotState.Counted && ballot.UnlinkedUtc == null && !db.Set<Vote>().Any(vote => vote.BallotId == ballotId), ct))
        {
            return;
        }

        // SQLite writes its whole file anew at once.
        var isPublic = db.Database.IsNpgsql() && await db.Set<PublicBallot>().AnyAsync(row => row.BallotId == ballotId, ct);
        foreach (var table in isPublic ? Tables : Tables[..1])
        {
            if (!await db.RewriteAsync(table, ct))
            {
                return;
            }
        }

        await using var write = await db.BeginWriteAsync(ct);
        var now = clock.UtcNow();
        await db.Set<Ballot>().Where(ballot => ballot.Id == ballotId).ExecuteUpdateAsync(ballot => ballot.SetProperty(row => row.UnlinkedUtc, now), ct);
        db.Audit(new AuditEntry("ballot.unlinked", ballotId.ToString(), "ballot-clock"));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
