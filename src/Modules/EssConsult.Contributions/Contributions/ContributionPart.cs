namespace EssConsult.Contributions;

/// <summary>Where a contribution belongs; on the content item, so that exports carry it.</summary>
internal sealed record ContributionPart
{
    public string? ProcessId { get; init; }

    public string? PhaseId { get; init; }

    /// <summary>Id of the structure in whose name it speaks.</summary>
    public string? ActorId { get; init; }
}
