namespace EssConsult.Prize.Results;

/// <summary>The ranking as it was recorded when deliberation began: what comes after is deliberation, not arithmetic.</summary>
internal sealed class EditionResult
{
    public required string EditionId { get; init; }

    /// <summary>Rule, and each entry's number, result and rank, in canonical JSON.</summary>
    public required string Content { get; init; }

    public required string Hash { get; init; }

    public required DateTime AtUtc { get; init; }

    public required string ById { get; init; }
}

/// <summary>What the jury gives to an entry.</summary>
internal sealed class Award
{
    public required Guid EntryId { get; init; }

    public required string EditionId { get; init; }

    /// <summary>« Lauréat », « Coup de cœur du jury ».</summary>
    public required string Name { get; set; }

    /// <summary>Why, in the jury's words; published.</summary>
    public string? Citation { get; set; }

    /// <summary>In the order of the announcement, from 1.</summary>
    public required int Order { get; set; }
}
