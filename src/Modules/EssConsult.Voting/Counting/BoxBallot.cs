namespace EssConsult.Voting.Counting;

/// <summary>One ballot of the box: nobody's. Rows are written in the order of random keys, all in one transaction.</summary>
internal sealed class BoxBallot
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid BallotId { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Choice { get; init; }

    public required long Weight { get; init; }
}

/// <summary>Who voted, once the ballot is counted; for the scrutineers, until the appeal delay ends.</summary>
internal sealed class Signature
{
    public required Guid BallotId { get; init; }

    public required string VoterId { get; init; }

    public string? PersonId { get; set; }
}

/// <summary>A receipt of a counted vote, published in the order of its letters.</summary>
internal sealed class PublishedReceipt
{
    public required Guid BallotId { get; init; }

    public required string Code { get; init; }
}

internal enum BatchKind
{
    /// <summary>A show of hands, counted at the desk.</summary>
    Hands,

    /// <summary>Paper ballots, reconciled with the sign-off list.</summary>
    Paper,
}

/// <summary>Votes that were not cast here: entered by one person, confirmed by another, counted with the rest and shown apart.</summary>
internal sealed class PaperBatch
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid BallotId { get; init; }

    public required string Name { get; set; }

    public BatchKind Kind { get; set; }

    /// <summary>A <see cref="BoxBatch"/> as JSON.</summary>
    public required string Lines { get; set; }

    public long Ballots { get; set; }

    /// <summary>Of each of its ballots.</summary>
    public long Weight { get; set; } = 1;

    /// <summary>How many signed off at the desk when it was confirmed.</summary>
    public long? SignedOff { get; set; }

    /// <summary>Why ballots and signatures differ; published.</summary>
    public string? Difference { get; set; }

    public required string EnteredById { get; init; }

    public string? ConfirmedById { get; set; }

    public DateTime EnteredUtc { get; set; }

    /// <summary>Grows with every change: what is confirmed is what the second person saw.</summary>
    public int Revision { get; set; }
}
