namespace EssConsult.Voting.Contracts;

/// <summary>The rule is frozen; votes are taken from its opening date on.</summary>
public sealed record BallotOpened(Guid BallotId) : IEvent
{
    public string Subject => BallotId.ToString();
}

/// <summary>No vote is taken any more.</summary>
public sealed record BallotClosed(Guid BallotId) : IEvent
{
    public string Subject => BallotId.ToString();
}

/// <summary>The result is published.</summary>
public sealed record BallotCounted(Guid BallotId) : IEvent
{
    public string Subject => BallotId.ToString();
}

/// <summary>Somebody's vote is in the box; never what it says.</summary>
/// <param name="PersonId">Null for who voted with a ticket.</param>
/// <param name="Replaced">It stands in the place of an earlier one.</param>
public sealed record VoteCast(Guid BallotId, string VoterId, string? PersonId, bool Replaced) : IEvent
{
    public string Subject => BallotId.ToString();
}

/// <summary>A vote waits for the commission, for a published reason.</summary>
public sealed record VoteQuarantined(Guid BallotId, Guid VoteId) : IEvent
{
    public string Subject => BallotId.ToString();
}

/// <summary>Two officers have decided about a vote that waited.</summary>
/// <param name="Kept">It counts.</param>
public sealed record QuarantineDecided(Guid BallotId, Guid VoteId, bool Kept) : IEvent
{
    public string Subject => BallotId.ToString();
}
