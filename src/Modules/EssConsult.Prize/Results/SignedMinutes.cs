namespace EssConsult.Prize.Results;

/// <summary>The minutes as they were printed and signed by hand, scanned; their hash is in the register. Another scan takes the place of the one before, whose hash stays there.</summary>
internal sealed class SignedMinutes
{
    public required string EditionId { get; init; }

    public required string FileName { get; set; }

    public required string ContentType { get; set; }

    public required byte[] Bytes { get; set; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public required string Hash { get; set; }

    public required DateTime AtUtc { get; set; }
}
