using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes;

/// <summary>The JSON of a step before it runs.</summary>
internal static class RecipeJson
{
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
