using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Recipes;

/// <summary>The recipes in the site's <c>recipes</c> folder, read from disk when asked for.</summary>
internal sealed class RecipeLibrary(SiteFolders folders)
{
    public string Root => folders.Recipes;

    public IReadOnlyList<Recipe> All => [.. Directory.EnumerateFiles(Root, "*.recipe.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(path => RecipeReader.ReadFile(path, Root))];

    public Recipe? Find(string name) => All.FirstOrDefault(recipe => recipe.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="RuleException">No recipe bears the name.</exception>
    public Recipe Get(string name) => Find(name) ?? throw new RuleException("recipe.unknown", "Aucun modèle de site ne s’appelle « {0} ».", name);
}
