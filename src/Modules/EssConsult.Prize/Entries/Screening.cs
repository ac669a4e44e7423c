namespace EssConsult.Prize.Entries;

/// <summary>What one reader of the team says of an entry's eligibility; each has one say, and may change it until scoring opens.</summary>
internal sealed class Screening
{
    /// <summary>Where an edition wants two readers.</summary>
    public const int Readers = 2;

    public required Guid EntryId { get; init; }

    public required string ReaderId { get; init; }

    public required bool IsEligible { get; set; }

    public string? Reason { get; set; }

    public required DateTime AtUtc { get; set; }
}
