namespace EssConsult.Content.Routing;

/// <summary>An address and the item that owns it. A former address stays and leads to the current one.</summary>
internal sealed class PathRow
{
    /// <summary>Lower case, without slashes at the ends.</summary>
    public required string Path { get; init; }

    public required string ContentItemId { get; set; }

    /// <summary>The embedded item that it shows (a term of a taxonomy); null for the item itself.</summary>
    public string? ContainedItemId { get; set; }

    /// <summary>Readers find the item here. A draft that nobody has published only reserves its address: none of its rows is current.</summary>
    public bool IsCurrent { get; set; }
}
