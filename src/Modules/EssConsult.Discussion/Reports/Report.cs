namespace EssConsult.Discussion.Reports;

/// <summary>Somebody, with or without an account, says that a text breaks the charter.</summary>
internal sealed class Report
{
    public const int MaxCharacters = 2000;

    public required Guid Id { get; init; }

    public required string ContentItemId { get; init; }

    public Guid? CommentId { get; init; }

    /// <summary>The id of what is reported, item or comment: one open report per browser and target.</summary>
    public required string TargetId { get; init; }

    public Motive Motive { get; init; }

    public string? Comment { get; init; }

    public string? ReporterId { get; init; }

    /// <summary>SHA-256 of what tells browsers apart; it leads back to nobody.</summary>
    public required string BrowserHash { get; init; }

    public DateTime CreatedUtc { get; init; }

    public ReportState State { get; set; }

    public DateTime? ClosedUtc { get; set; }
}
