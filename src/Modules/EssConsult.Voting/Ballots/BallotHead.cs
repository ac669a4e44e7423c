namespace EssConsult.Voting.Ballots;

/// <summary>What a list says of a vote: never its box, which may weigh megabytes.</summary>
internal sealed record BallotHead(Guid Id, string Title, BallotState State, DateTime? OpensUtc, DateTime? ClosesUtc, bool IsDemo)
{
    public bool TakesVotes(DateTime now) => State == BallotState.Open && !(OpensUtc > now) && !(ClosesUtc <= now);

    public bool IsOver(DateTime now) => State == BallotState.Open && ClosesUtc <= now;
}

internal static class BallotHeads
{
    extension(IQueryable<Ballot> ballots)
    {
        public IQueryable<BallotHead> Heads() => ballots.Select(ballot => new BallotHead(ballot.Id, ballot.Title, ballot.State, ballot.OpensUtc, ballot.ClosesUtc, ballot.IsDemo));
    }
}
