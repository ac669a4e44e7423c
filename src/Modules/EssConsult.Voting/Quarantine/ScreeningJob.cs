using EssConsult.Voting.Ballots;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>Screens votes while they come in, every five minutes, and once more when the vote is closed.</summary>
internal sealed class ScreeningJob(SiteDb db, ScreenVotes screen, TimeProvider clock) : IRecurringJob
{
    public const string JobName = "ballot-screening";

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    public string Name => JobName;

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow() - Between;
        var due = await db.Set<PublicBallot>().Where(row => db.Set<Ballot>().Any(ballot => ballot.Id == row.BallotId
            && ((ballot.State == BallotState.Open && (row.ScreenedUtc == null || row.ScreenedUtc < before)) || (ballot.State == BallotState.Closed && (row.ScreenedUtc == null || row.ScreenedUtc < ballot.ClosedUtc))))).Select(row => row.BallotId).ToListAsync(ct);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            await screen.RunAsync(id, ct);
        }
    }
}
