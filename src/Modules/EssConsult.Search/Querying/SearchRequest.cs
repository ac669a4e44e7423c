namespace EssConsult.Search.Querying;

internal enum SearchOrder
{
    Relevance,
    Date,
}

/// <summary>What a reader asks for.</summary>
internal sealed record SearchRequest(string? Text)
{
    public const int PageSize = 10;
    public const int LastPage = 50;

    /// <summary>Chosen values by facet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public SearchOrder Order { get; init; }

    /// <summary>1 to <see cref="LastPage"/>.</summary>
    public int Page { get; init; } = 1;
}

internal sealed record SearchResults(int Total, IReadOnlyList<Hit> Hits, IReadOnlyDictionary<string, Dictionary<string, int>> Facets)
{
    public static readonly SearchResults None = new(0, [], new Dictionary<string, Dictionary<string, int>>());

    /// <summary>No document holds every word: these hold some.</summary>
    public bool IsLoosened { get; init; }

    /// <summary>A question that finds something, with words put right; null when there is nothing to put right.</summary>
    public string? Suggestion { get; init; }

    public int Pages => Math.Min(SearchRequest.LastPage, (Total + SearchRequest.PageSize - 1) / SearchRequest.PageSize);
}

internal sealed record Hit
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required IReadOnlyList<Marked> Title { get; init; }

    public required IReadOnlyList<Marked> Extract { get; init; }

    /// <summary>Below the site's root, without the leading slash.</summary>
    public required string Url { get; init; }

    public required string Language { get; init; }

    public DateTime? DateUtc { get; init; }

    public string? Sector { get; init; }

    public bool Demo { get; init; }
}
