namespace EssConsult.Voting.Ballots;

/// <summary>What of the site is an option of a vote: written when it opens, so that its page finds the vote.</summary>
internal sealed class BallotSource
{
    public required Guid BallotId { get; init; }

    /// <summary>Id of a contribution, an entry or a page.</summary>
    public required string Source { get; init; }
}
