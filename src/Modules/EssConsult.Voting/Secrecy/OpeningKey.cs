namespace EssConsult.Voting.Secrecy;

/// <summary>The public half of an opening key. The private half is in a file that one officer holds, and nowhere here.</summary>
internal sealed class OpeningKey
{
    public required Guid BallotId { get; init; }

    /// <summary>1 or 2: every envelope is sealed to all of them, and opened by all of them together.</summary>
    public required int Position { get; init; }

    /// <summary>Who made it and holds the file.</summary>
    public required string OfficerId { get; set; }

    /// <summary>Hexadecimal.</summary>
    public required string PublicKey { get; set; }

    /// <summary>When the file was read back: a download that failed is noticed before anybody votes.</summary>
    public DateTime? CheckedUtc { get; set; }
}
