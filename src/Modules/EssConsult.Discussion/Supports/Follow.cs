namespace EssConsult.Discussion.Supports;

internal sealed class Follow
{
    public required string PersonId { get; init; }

    public required string ContentItemId { get; init; }

    public DateTime SinceUtc { get; init; }
}
