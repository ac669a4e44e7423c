namespace EssConsult.Discussion.Contracts;

/// <summary>
/// What an item has gathered; query it, never write it. Written in the transaction that causes it. An item that nobody has
/// touched may have no row: join it from the left.
/// </summary>
public sealed record DiscussionCounts
{
    public required string ContentItemId { get; init; }

    /// <summary>Comments that can be read.</summary>
    public int Comments { get; init; }

    public int Supports { get; init; }

    /// <summary>Open reports on the item itself; those on its comments are with the comments.</summary>
    public int OpenReports { get; init; }

    /// <summary>Threads that are shown, those of removed comments included.</summary>
    public int ThreadsFor { get; init; }

    public int ThreadsNeutral { get; init; }

    public int ThreadsAgainst { get; init; }

    public DateTime? LastActivityUtc { get; init; }

    /// <summary>The item was published once; what comes with its first publication is done.</summary>
    public bool Begun { get; init; }
}
