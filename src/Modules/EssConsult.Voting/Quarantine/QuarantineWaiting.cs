using EssConsult.Kernel.Admin;
using EssConsult.Voting.Ballots;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>Votes that wait for the commission, beside « Votes » and on « À traiter ».</summary>
internal sealed class QuarantineWaiting(SiteDb db) : IWaiting
{
    public string Address => "/admin/votes";

    public (string One, string Several) Words => ("vote à vérifier", "votes à vérifier");

    public Task<int> CountAsync(CancellationToken ct) => db.Set<QuarantinedVote>().CountAsync(row => (row.State == QuarantineState.Waiting || row.State == QuarantineState.Proposed) && db.Set<Ballot>().Any(ballot => ballot.Id == row.BallotId && ballot.State != BallotState.Counted), ct);
}
