namespace EssConsult.Search.Contracts;

/// <summary>What readers can find: one page of the site, whatever module it comes from.</summary>
public sealed record SearchDocument
{
    /// <summary>Unique in the whole index, and the id by which events speak of it.</summary>
    public required string Id { get; init; }

    /// <summary>The type that readers filter by: a content type's name, <c>Structure</c>…</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Plain text.</summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>Found by, but not shown: names of themes, numbers, texts of pictures.</summary>
    public string Keywords { get; init; } = string.Empty;

    /// <summary>Below the site's root, without the leading slash: <c>contributions/un-marche</c>.</summary>
    public required string Url { get; init; }

    /// <summary><c>fr</c> or <c>en</c>: how its words are analysed.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>Values by the name of a <see cref="SearchFacet"/>; what no facet names is kept, not shown.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public DateTime? DateUtc { get; init; }

    /// <summary>The permission that a reader needs; null when everybody may read it.</summary>
    public string? Audience { get; init; }

    /// <summary>Part of the demonstration: shown as « Exemple fictif ».</summary>
    public bool Demo { get; init; }
}
