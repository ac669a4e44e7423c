using System.Text.Json.Nodes;

namespace EssConsult.Kernel.Data;

/// <summary>Looks up keys in any case, as Orchard does: recipes write <c>data</c> and <c>Data</c> alike.</summary>
public static class JsonReading
{
    public static JsonNode? Any(this JsonObject json, string key) =>
        json.TryGetPropertyValue(key, out var exact) ? exact : json.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A scalar as text; null when it is missing, null or empty.</summary>
    public static string? AnyText(this JsonObject json, string key) => json.Any(key) is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    public static IEnumerable<JsonObject> AnyObjects(this JsonObject json, string key) => (json.Any(key) as JsonArray)?.OfType<JsonObject>() ?? [];

    public static string[] AnyTexts(this JsonObject json, string key) => [.. (json.Any(key) as JsonArray)?.Select(entry => entry?.ToString()).OfType<string>() ?? []];
}
