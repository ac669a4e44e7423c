namespace EssConsult.Notifications.News;

/// <summary>Something that the followers of an item, or one person, should hear of.</summary>
internal sealed class NewsRow
{
    public const int LongestTitle = 200;
    public const int LongestText = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    public string? ContentItemId { get; init; }

    /// <summary>Whom it is for; null for everybody who follows the item.</summary>
    public string? PersonId { get; init; }

    public string? ById { get; init; }

    public string? Fact { get; init; }

    public string? Path { get; init; }

    public string? Title { get; init; }

    public required string Sentence { get; init; }

    public string? Text { get; init; }

    public DateTime AtUtc { get; init; }

    public static NewsRow Of(NewsFact fact, string? contentItemId, string? personId, DateTime now) => new()
    {
        Kind = fact.Kind, ContentItemId = contentItemId, PersonId = personId, ById = fact.ById, Fact = fact.Fact, Path = fact.Path,
        Title = Cut(fact.Title, LongestTitle), Sentence = fact.Sentence, Text = Cut(fact.Text, LongestText), AtUtc = now,
    };

    private static string? Cut(string? text, int most) => text?.Length > most ? text[..(most - 1)].TrimEnd() + "…" : text;
}
