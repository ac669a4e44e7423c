using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Contracts;

/// <summary>Reads and writes items as Orchard does in recipes and exports.</summary>
public static class ContentJsonRegistration
{
    private static readonly string[] Known =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    ];

    /// <summary>Root scalars that are not well known are dropped, objects and arrays kept in order (§3.1 of the formats).</summary>
    /// <exception cref="RuleException">The item has no ContentType.</exception>
    public static ContentItem ReadContentItem(this JsonObject json)
    {
        var item = new ContentItem
        {
            ContentItemId = Text(json, "ContentItemId") ?? string.Empty,
            ContentItemVersionId = Text(json, "ContentItemVersionId") ?? string.Empty,
            ContentType = Text(json, "ContentType") ?? throw new RuleException("content.type-missing", "Un contenu n’indique pas son type."),
            DisplayText = Text(json, "DisplayText"),
            Latest = Flag(json, "Latest"),
            Published = Flag(json, "Published"),
            ModifiedUtc = Date(json, "ModifiedUtc"),
            PublishedUtc = Date(json, "PublishedUtc"),
            CreatedUtc = Date(json, "CreatedUtc"),
            Owner = Text(json, "Owner"),
            Author = Text(json, "Author"),
        };
        foreach (var (name, value) in json.Where(pair => pair.Value is JsonObject or JsonArray && !Known.Contains(pair.Key)))
        {
            item.Content[name] = value!.DeepClone();
        }

        return item;
    }

    public static JsonObject WriteContentItem(this ContentItem item)
    {
        var json = new JsonObject
        {
            ["ContentItemId"] = item.ContentItemId,
            ["ContentItemVersionId"] = item.ContentItemVersionId,
            ["ContentType"] = item.ContentType,
            ["DisplayText"] = item.DisplayText,
            ["Latest"] = item.Latest,
            ["Published"] = item.Published,
            ["ModifiedUtc"] = Iso(item.ModifiedUtc),
            ["PublishedUtc"] = Iso(item.PublishedUtc),
            ["CreatedUtc"] = Iso(item.CreatedUtc),
            ["Owner"] = item.Owner,
            ["Author"] = item.Author,
        };
        foreach (var (name, value) in item.Content)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static string? Text(JsonObject json, string key) => json[key] is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    private static bool Flag(JsonObject json, string key) => string.Equals(Text(json, key), "true", StringComparison.OrdinalIgnoreCase);

    private static DateTime? Date(JsonObject json, string key) =>
        DateTime.TryParse(Text(json, key), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) ? utc : null;

    private static string? Iso(DateTime? utc) => utc?.ToString("O", CultureInfo.InvariantCulture);
}
