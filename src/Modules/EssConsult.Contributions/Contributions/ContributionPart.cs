namespace EssConsult.Contributions;

/// <summary>Where a contribution belongs; on the content item, so that exports carry it.</summary>
internal sealed record ContributionPart
{
    public string? ProcessId { get; init; }

    public string? PhaseId { get; init; }
}
