using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace EssConsult.Content.Fields;

/// <summary>A value for readers: plain text, safe HTML and what the API gives.</summary>
internal sealed record FieldShown(string Text, string Html, JsonNode? Json)
{
    // Accents stay letters: the pages are UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static readonly FieldShown Nothing = new(string.Empty, string.Empty, null);

    public static FieldShown Plain(string? text, JsonNode? json = null) => string.IsNullOrWhiteSpace(text)
        ? Nothing
        : new FieldShown(text, Lines(text), json ?? JsonValue.Create(text));

    public static string Encode(string? text) => Encoder.Encode(text ?? string.Empty);

    private static string Lines(string text) => string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Encode));
}

/// <summary>The items that pickers point to, loaded once for all fields of a page.</summary>
internal sealed record ShownItems(IReadOnlyDictionary<string, ContentItem> Items)
{
    public static readonly ShownItems None = new(new Dictionary<string, ContentItem>());
}
