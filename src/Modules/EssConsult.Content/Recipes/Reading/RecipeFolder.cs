namespace EssConsult.Content.Recipes;

/// <summary>The folder of a recipe, inside a root that its paths (<c>../</c> included) may not leave.</summary>
internal sealed record RecipeFolder(string Path, string Root)
{
    /// <exception cref="RuleException">The path leaves the root, or leads to no file.</exception>
    public string Resolve(string relative)
    {
        var full = System.IO.Path.GetFullPath(relative, Path);
        var root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Root)) + System.IO.Path.DirectorySeparatorChar;
        if (!full.StartsWith(root, StringComparison.Ordinal))
        {
            throw new RuleException("recipe.path-outside", "Le fichier « {0} » est hors du dossier des modèles de site.", relative);
        }

        return File.Exists(full) ? full : throw new RuleException("recipe.file-missing", "Le fichier « {0} » du modèle de site est introuvable.", relative);
    }
}
