using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes;

/// <summary>A recipe as its file states it; expressions are not evaluated yet.</summary>
internal sealed record Recipe
{
    /// <summary>The id by which other recipes and the command line call it.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public string Description { get; init; } = string.Empty;

    public string Version { get; init; } = string.Empty;

    public bool IsSetup { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<JsonObject> Steps { get; init; } = [];

    /// <summary>Where its files lie; null for a recipe that came without files.</summary>
    public RecipeFolder? Folder { get; init; }

    public bool IsDemo => Tags.Contains("demo", StringComparer.OrdinalIgnoreCase);

    public bool IsHidden => Tags.Contains("hidden", StringComparer.OrdinalIgnoreCase);
}
