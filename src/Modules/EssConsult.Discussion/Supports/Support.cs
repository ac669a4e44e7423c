namespace EssConsult.Discussion.Supports;

/// <summary>« Je soutiens »: an indication, never a vote. Who supports is never public.</summary>
internal sealed class Support
{
    public required string ContentItemId { get; init; }

    public required string PersonId { get; init; }

    public DateTime GivenUtc { get; init; }
}
