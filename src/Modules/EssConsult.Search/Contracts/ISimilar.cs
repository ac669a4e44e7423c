namespace EssConsult.Search.Contracts;

/// <summary>Published texts close to another, among those that the current reader may see.</summary>
public interface ISimilar
{
    /// <summary>For a text being written; empty while it has too few words.</summary>
    Task<IReadOnlyList<SimilarItem>> FindAsync(SimilarQuestion question, CancellationToken ct);

    /// <summary>For a published one, known beforehand on every node.</summary>
    Task<IReadOnlyList<SimilarItem>> NearAsync(string id, CancellationToken ct);
}

/// <param name="Title">As typed so far.</param>
/// <param name="Body">Plain text or Markdown, as typed so far.</param>
public sealed record SimilarQuestion(string? Title, string? Body)
{
    public const int MostItems = 5;

    public string Kind { get; init; } = "Contribution";

    /// <summary>1 to 5.</summary>
    public int Max { get; init; } = MostItems;

    /// <summary>Terms of its sectors: sharing one counts a little.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>The draft itself, which must not be found.</summary>
    public string? ExcludeId { get; init; }
}

/// <param name="Id">Of the document.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Below the site's root, without the leading slash.</param>
/// <param name="Extract">Its first words, plain text.</param>
public sealed record SimilarItem(string Id, string Title, string Url, string Extract);
