namespace EssConsult.Voting.PublicVote;

/// <summary>What the box of a public vote held at an hour: written once, never changed, so that nobody adds or takes away votes unseen.</summary>
internal sealed class BoxHour
{
    public required Guid BallotId { get; init; }

    /// <summary>A full hour, or the close.</summary>
    public required DateTime HourUtc { get; init; }

    /// <summary>Votes received and confirmed, those in quarantine included.</summary>
    public required int Received { get; init; }

    /// <summary>How many of them wait or are left out, by the code of the reason, as canonical JSON.</summary>
    public required string Quarantined { get; init; }

    /// <summary>SHA-256 of the receipts of that hour, in the order of their letters, one on each line without a last line feed.</summary>
    public required string BoxHash { get; init; }
}

/// <summary>From which hour to which hour a receipt was in the box: with it anyone reckons the hashes again, after the count.</summary>
internal sealed class ReceiptHour
{
    public required Guid BallotId { get; init; }

    public required string Code { get; init; }

    /// <summary>The first <see cref="BoxHour"/> that has it.</summary>
    public required DateTime FromUtc { get; init; }

    /// <summary>The first one that has it no more: the vote was replaced, or its voter took it back.</summary>
    public DateTime? ToUtc { get; set; }
}
