namespace EssConsult.Notifications.Contracts;

/// <summary>Somebody wants news of an item. Others read these rows; <see cref="IFollowers"/> changes them.</summary>
public sealed record FollowRow
{
    public required string PersonId { get; init; }

    public required string ContentItemId { get; init; }

    /// <summary>What happened before is not told.</summary>
    public DateTime SinceUtc { get; init; }
}
