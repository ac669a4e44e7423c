using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Export;

/// <summary>What an export leaves out.</summary>
internal static class ExportedJson
{
    private static readonly string[] Secrets = ["password", "secret", "token", "connectionstring", "apikey", "privatekey", "credential", "sitesalt"];

    public static bool IsSecret(string key) => Secrets.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));

    public static JsonObject WithoutSecrets(this JsonObject settings)
    {
        // « AllowPasswordFlow: true » is a switch, and tells no password.
        foreach (var key in settings.Where(pair => IsSecret(pair.Key) && pair.Value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)).Select(pair => pair.Key).ToList())
        {
            settings.Remove(key);
        }

        foreach (var inner in settings.Select(pair => pair.Value).SelectMany(value => value is JsonArray list ? list.OfType<JsonObject>() : value is JsonObject json ? [json] : []))
        {
            inner.WithoutSecrets();
        }

        return settings;
    }

    /// <summary>Owner and author of an item and of the items inside it.</summary>
    public static void ForgetAuthors(this JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                if (json.ContainsKey("ContentType"))
                {
                    json.Remove("Owner");
                    json.Remove("Author");
                }

                foreach (var (_, value) in json)
                {
                    value.ForgetAuthors();
                }

                break;
            case JsonArray array:
                foreach (var entry in array)
                {
                    entry.ForgetAuthors();
                }

                break;
        }
    }

    /// <summary>The members by name, each free to join another object.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Sorted(this JsonObject json) =>
        json.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())).ToList();
}
