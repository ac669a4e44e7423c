using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Recipes;

/// <param name="File">Below the site's <c>recipes</c> folder.</param>
/// <param name="Reason">Why it cannot be read.</param>
internal sealed record UnreadableRecipe(string File, RuleException Reason);

/// <summary>The recipes in the site's <c>recipes</c> folder, read from disk when asked for.</summary>
internal sealed class RecipeLibrary(SiteFolders folders)
{
    public string Root => folders.Recipes;

    public IReadOnlyList<Recipe> All => Read().Recipes;

    public (IReadOnlyList<Recipe> Recipes, IReadOnlyList<UnreadableRecipe> Unreadable) Read()
    {
        var (recipes, unreadable) = (new List<Recipe>(), new List<UnreadableRecipe>());
        foreach (var path in Directory.EnumerateFiles(Root, "*.recipe.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            try
            {
                recipes.Add(RecipeReader.ReadFile(path, Root));
            }
            catch (RuleException broken)
            {
                unreadable.Add(new UnreadableRecipe(Path.GetRelativePath(Root, path), broken));
            }
        }

        return (recipes, unreadable);
    }

    public Recipe? Find(string name) => All.FirstOrDefault(recipe => recipe.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="RuleException">No recipe bears the name, or its file cannot be read.</exception>
    public Recipe Get(string name)
    {
        var (recipes, unreadable) = Read();
        return recipes.FirstOrDefault(recipe => recipe.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw unreadable.FirstOrDefault(recipe => Path.GetFileName(recipe.File).Equals(name + ".recipe.json", StringComparison.OrdinalIgnoreCase))?.Reason
            ?? new RuleException("recipe.unknown", "Aucun modèle de site ne s’appelle « {0} ».", name);
    }
}
