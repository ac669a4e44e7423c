namespace EssConsult.Contributions.Contracts;

public enum ContributionState
{
    Draft,
    Submitted,
    Published,
    Refused,
    Removed,
}

/// <summary>What happened to a contribution, beside the content item that holds its words. Others may query it, never write it.</summary>
public sealed record ContributionRow
{
    public required string ContentItemId { get; init; }

    public required string ProcessId { get; set; }

    public string? PhaseId { get; set; }

    /// <summary>Null while a visitor has not said who they are, and after erasure.</summary>
    public string? AuthorId { get; set; }

    /// <summary>The structure in whose name it speaks.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>Who of the team looks after it; anybody of the team may still decide.</summary>
    public string? FacilitatorId { get; set; }

    /// <summary>The browser that wrote the draft, until its author is known.</summary>
    public string? BrowserKey { get; set; }

    public ContributionState State { get; set; }

    public string? SectorId { get; set; }

    public string? TerritoryId { get; set; }

    public string Title { get; set; } = string.Empty;

    public string Path { get; set; } = string.Empty;

    /// <summary>The first words of the text, plain, at most 240 characters.</summary>
    public string Extract { get; set; } = string.Empty;

    /// <summary>Title and text for the filter of the list, spelled by <see cref="TextKey"/>.</summary>
    public string WordsKey { get; set; } = string.Empty;

    /// <summary>The name that the author chose to show; null once they withdrew it.</summary>
    public string? AuthorName { get; set; }

    public bool IsDemo { get; set; }

    /// <summary>Uniform in 0…2³¹−2: lists in random order are a permutation of it.</summary>
    public int RandomKey { get; init; }

    public DateTime CreatedUtc { get; set; }

    public DateTime? SubmittedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    /// <summary>Since when it stands there, published or corrected, without a moderator having read it; null once read.</summary>
    public DateTime? UnreadSinceUtc { get; set; }

    /// <summary>When the author sent a correction that a moderator reads before it appears: the draft beside the published version.</summary>
    public DateTime? CorrectionUtc { get; set; }

    /// <summary>When it was refused or removed.</summary>
    public DateTime? DecidedUtc { get; set; }

    /// <summary>Key of the motive of a refusal, also of a correction, or of a removal.</summary>
    public string? Motive { get; set; }

    /// <summary>What the moderator added for the author; never public.</summary>
    public string? MotiveNote { get; set; }

    /// <summary>The published answer's state, repeated here for lists.</summary>
    public string? AnswerState { get; set; }
}
