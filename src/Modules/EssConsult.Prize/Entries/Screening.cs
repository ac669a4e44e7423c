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

    /// <summary>Each condition as it read then, ticked or not, in JSON.</summary>
    public string? Conditions { get; set; }

    public required DateTime AtUtc { get; set; }
}

/// <summary>A condition of eligibility as a reader found it.</summary>
internal sealed record ReadCondition(string Text, bool IsMet)
{
    public static string? Write(IReadOnlyList<ReadCondition> conditions) => conditions.Count == 0 ? null : System.Text.Json.JsonSerializer.Serialize(conditions);

    public static IReadOnlyList<ReadCondition> Read(string? json) => json is null ? [] : System.Text.Json.JsonSerializer.Deserialize<List<ReadCondition>>(json)!;
}
