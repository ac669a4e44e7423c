namespace EssConsult.Content.Routing;

/// <summary>An address and the item that owns it. A former address stays and leads to the current one.</summary>
internal sealed class PathRow
{
    /// <summary>Lower case, without slashes at the ends.</summary>
    public required string Path { get; init; }

    public required string ContentItemId { get; set; }

    public bool IsCurrent { get; set; }
}
