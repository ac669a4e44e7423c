using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes;

/// <summary>Reads Orchard's recipe files: comments, trailing commas and a byte order mark are allowed, keys match in any case.</summary>
internal static class RecipeReader
{
    private static readonly JsonDocumentOptions Tolerant = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <exception cref="RuleException">The text is not JSON, or not a recipe.</exception>
    public static Recipe Read(string text, string fallbackName, RecipeFolder? folder)
    {
        var root = Parse(text);
        if (root.Any("steps") is not JsonArray steps)
        {
            throw new RuleException("recipe.no-steps", "Ce fichier n’est pas un modèle de site : il n’a pas de « steps ».");
        }

        var name = root.AnyText("name") ?? fallbackName;
        var isSetup = root.AnyText("issetuprecipe") is "true";
        return new Recipe
        {
            Name = name,
            DisplayName = root.AnyText("displayName") ?? name,
            Description = root.AnyText("description") ?? string.Empty,
            Version = root.AnyText("version") ?? string.Empty,
            IsSetup = isSetup,
            Tags = [.. Texts(root.Any("tags")), .. Texts(root.Any("categories"))],
            Variables = (root.Any("variables") as JsonObject)?.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? string.Empty) ?? [],
            Steps = [.. steps.OfType<JsonObject>().Any(IsRoles) || !isSetup ? [] : (JsonObject[])[Readers()], .. steps.OfType<JsonObject>()],
            Folder = folder,
        };
    }

    public static Recipe ReadFile(string path, string root) =>
        Read(File.ReadAllText(path), System.IO.Path.GetFileName(path).Replace(".recipe.json", string.Empty, StringComparison.OrdinalIgnoreCase), new RecipeFolder(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!, root));

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: Tolerant) as JsonObject
                ?? throw new RuleException("recipe.not-an-object", "Ce fichier n’est pas un modèle de site.");
        }
        catch (JsonException error)
        {
            throw new RuleException("recipe.json", "Ce fichier n’est pas du JSON lisible : {0}", error.Message);
        }
    }

    private static bool IsRoles(JsonObject step) => "Roles".Equals(step.AnyText("name"), StringComparison.OrdinalIgnoreCase);

    /// <summary>Orchard sites are set up with readers who may read, whether their recipe speaks of roles or not.</summary>
    private static JsonObject Readers() => new() { ["name"] = "Roles", ["Roles"] = new JsonArray(new JsonObject { ["Name"] = "Anonymous" }, new JsonObject { ["Name"] = "Authenticated" }) };

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray)?.Select(entry => entry?.ToString()).OfType<string>() ?? [];
}
