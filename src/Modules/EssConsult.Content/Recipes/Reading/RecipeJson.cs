using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes;

/// <summary>Looks up keys in any case: recipes write <c>data</c> and <c>Data</c> alike.</summary>
internal static class RecipeJson
{
    public static JsonNode? Any(this JsonObject json, string key) =>
        json.TryGetPropertyValue(key, out var exact) ? exact : json.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A scalar as text; null when it is missing, null or empty.</summary>
    public static string? AnyText(this JsonObject json, string key) => json.Any(key) is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    public static IEnumerable<JsonObject> AnyObjects(this JsonObject json, string key) => (json.Any(key) as JsonArray)?.OfType<JsonObject>() ?? [];

    public static string[] AnyTexts(this JsonObject json, string key) => [.. (json.Any(key) as JsonArray)?.Select(entry => entry?.ToString()).OfType<string>() ?? []];

    /// <summary>A copy in which every text went through <paramref name="evaluate"/>; keys are left alone, the top level matches in any case.</summary>
    public static JsonObject Evaluated(this JsonObject step, Func<string, string> evaluate)
    {
        var copy = new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        foreach (var (key, value) in step)
        {
            copy[key] = Evaluated(value, evaluate);
        }

        return copy;
    }

    private static JsonNode? Evaluated(JsonNode? node, Func<string, string> evaluate) => node switch
    {
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(pair.Key, Evaluated(pair.Value, evaluate)))),
        JsonArray array => new JsonArray([.. array.Select(entry => Evaluated(entry, evaluate))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => evaluate(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
