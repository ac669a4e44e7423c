using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EssConsult.Content.Recipes.Export;

namespace EssConsult.Content.Recipes.Keeping;

/// <summary>How the JSON of a kept step falls into records that can be replaced one by one, and comes together again.</summary>
/// <param name="Step">The name that exports write.</param>
/// <param name="Body">The member that holds the records; null when the whole step is one.</param>
/// <param name="Place">Where exports write it.</param>
internal sealed record KeptShape(string Step, string? Body = null, RecipeExportPlace Place = RecipeExportPlace.Own)
{
    /// <summary>Members that name a record of a list; none where the body is an object of records by name.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Other names under which recipes carry it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether this site does something with it; what it only keeps is reported so.</summary>
    public bool IsUsed { get; init; }

    /// <summary>The records of a step, without what must not be kept.</summary>
    public IEnumerable<(string Key, JsonNode Json)> Split(JsonObject step) => Body is null ? [(string.Empty, Whole(step))]
        : Ids.Count == 0 ? (step.Any(Body) as JsonObject ?? []).Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!.WithoutSecretsCopy()))
        : step.AnyObjects(Body).Select(json => (Key(json), json.WithoutSecretsCopy()));

    public JsonObject Join(IEnumerable<KeptRecord> records)
    {
        var step = new JsonObject { ["name"] = Step };
        var read = records.Select(record => (record.Key, Json: JsonNode.Parse(record.Json)!)).ToList();
        if (Body is null)
        {
            foreach (var (key, value) in read[0].Json.AsObject().Where(pair => !pair.Key.Equals("name", StringComparison.OrdinalIgnoreCase)))
            {
                step[key] = value?.DeepClone();
            }
        }
        else
        {
            step[Body] = Ids.Count == 0 ? new JsonObject(read.Select(record => KeyValuePair.Create(record.Key, (JsonNode?)record.Json))) : new JsonArray([.. read.Select(record => record.Json)]);
        }

        return step;
    }

    private string Key(JsonObject json)
    {
        var key = string.Join('/', Ids.Select(json.AnyText).OfType<string>());
        return key.Length is > 0 and <= 200 ? key : Digest(json);
    }

    internal static string Digest(JsonNode json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToJsonString())));

    private static JsonNode Whole(JsonObject step) => new JsonObject(step.Where(pair => !pair.Key.Equals("name", StringComparison.OrdinalIgnoreCase)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).WithoutSecretsCopy();
}

internal static class KeptJson
{
    /// <summary>A copy without passwords, keys and tokens: nothing here reads them, and an export must not carry them on.</summary>
    public static JsonNode WithoutSecretsCopy(this JsonNode json)
    {
        var copy = json.DeepClone();
        foreach (var part in copy is JsonArray list ? list.OfType<JsonObject>() : copy is JsonObject whole ? [whole] : [])
        {
            part.WithoutSecrets();
        }

        return copy;
    }
}
