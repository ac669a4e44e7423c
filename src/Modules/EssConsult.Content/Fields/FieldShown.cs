using System.Net;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Fields;

/// <summary>A value for readers: plain text, safe HTML and what the API gives.</summary>
internal sealed record FieldShown(string Text, string Html, JsonNode? Json)
{
    public static readonly FieldShown Nothing = new(string.Empty, string.Empty, null);

    public static FieldShown Plain(string? text, JsonNode? json = null) => string.IsNullOrWhiteSpace(text)
        ? Nothing
        : new FieldShown(text, WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>"), json ?? JsonValue.Create(text));
}

/// <summary>The items that pickers point to, loaded once for all fields of a page.</summary>
internal sealed record ShownItems(IReadOnlyDictionary<string, ContentItem> Items)
{
    public static readonly ShownItems None = new(new Dictionary<string, ContentItem>());
}
