namespace EssConsult.Content.Contracts;

/// <summary>One version of an item as it is stored. Other modules may query it, never write it.</summary>
public sealed record ContentRow
{
    public required string ContentItemVersionId { get; init; }

    public required string ContentItemId { get; init; }

    public required string ContentType { get; init; }

    public string? DisplayText { get; set; }

    /// <summary>Address below the site's root, without the leading slash; null for an item without a page.</summary>
    public string? Path { get; set; }

    /// <summary>The item that lists this one (ContainedPart), and its place there.</summary>
    public string? ListContentItemId { get; set; }

    public double ListOrder { get; set; }

    public bool Latest { get; set; }

    public bool Published { get; set; }

    public string? Owner { get; set; }

    public string? Author { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime? ModifiedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    /// <summary>The parts, as JSON text: key order and unknown members survive.</summary>
    public required string Json { get; set; }

    // Unique where not null, so at most one version of an item is latest and one published. Derived, and mapped as values so that
    // EF orders the update that frees a key before the one that takes it.
    internal string? LatestKey
    {
        get => Latest ? ContentItemId : null;
        init => _ = value;
    }

    internal string? PublishedKey
    {
        get => Published ? ContentItemId : null;
        init => _ = value;
    }
}
