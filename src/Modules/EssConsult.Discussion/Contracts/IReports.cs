namespace EssConsult.Discussion.Contracts;

public interface IReports
{
    /// <exception cref="RuleException">The same browser has an open report there, or « Other » comes without a word.</exception>
    Task<Guid> OpenAsync(NewReport report, CancellationToken ct);

    /// <summary>Open reports on items (not on their comments), oldest first.</summary>
    Task<IReadOnlyList<OpenReport>> ListAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken ct);

    /// <summary>Closes every open report on an item, in the caller's transaction when there is one.</summary>
    Task CloseAsync(string contentItemId, ReportState state, string moderatorId, CancellationToken ct);
}

/// <param name="ContentItemId">The item; for a comment, the one it is on, found when empty.</param>
/// <param name="BrowserKey">What tells one browser from another: any opaque text, stored as a hash.</param>
public sealed record NewReport(string ContentItemId, Motive Motive, string BrowserKey)
{
    public Guid? CommentId { get; init; }

    public string? Comment { get; init; }

    /// <summary>Null: no account is needed.</summary>
    public string? ReporterId { get; init; }

    /// <summary>For imports; null takes now.</summary>
    public DateTime? CreatedUtc { get; init; }
}

public sealed record OpenReport(Guid Id, string ContentItemId, Guid? CommentId, Motive Motive, string? Comment, DateTime CreatedUtc);

public enum ReportState
{
    Open,

    /// <summary>The text stays.</summary>
    Cleared,

    /// <summary>The text went.</summary>
    Upheld,
}
