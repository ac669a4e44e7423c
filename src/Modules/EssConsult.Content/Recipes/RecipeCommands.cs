namespace EssConsult.Content.Recipes;

/// <summary><c>recipe run FILE</c>: a path, or the name of a recipe of the site.</summary>
internal sealed class RecipeRunCommand(RecipeExecutor executor, RecipeLibrary library) : ISiteCommand
{
    public string Words => "recipe run";

    public string Purpose => "Joue un modèle de site : recipe run FICHIER (ou son nom)";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        if (arguments.Count != 1)
        {
            await output.WriteLineAsync(Purpose);
            return 2;
        }

        try
        {
            var recipe = Find(arguments[0]);
            await output.WriteLineAsync($"{recipe.DisplayName} ({recipe.Name})");
            var run = await executor.RunAsync(recipe, RecipeRequest.ByCommand(Words) with { Progress = RecipeProgress.ToAsync(output) }, ct);
            await output.WriteLineAsync($"{RecipeProgress.Word(run.Outcome)} : {run.Steps.Count} étapes sur {recipe.Steps.Count}");
            return run.Outcome == RecipeStepOutcome.Failed ? 1 : 0;
        }
        catch (RuleException broken)
        {
            await output.WriteLineAsync(string.Format(System.Globalization.CultureInfo.CurrentCulture, broken.Message, broken.Values));
            return 1;
        }
    }

    /// <summary>A file inside the site's recipes may read its neighbours there; one from elsewhere, only what lies in its own folder, or in the theme or module whose <c>Recipes</c> it is.</summary>
    private Recipe Find(string name)
    {
        if (!File.Exists(name))
        {
            return library.Get(name);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(name))!;
        var inside = (folder + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(library.Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var own = Path.GetFileName(folder) == "Recipes" ? Path.GetDirectoryName(folder)! : folder;
        return RecipeReader.ReadFile(name, inside ? library.Root : own);
    }
}

/// <summary><c>recipe list</c></summary>
internal sealed class RecipeListCommand(RecipeLibrary library) : ISiteCommand
{
    public string Words => "recipe list";

    public string Purpose => "Liste les modèles de site";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        var (recipes, unreadable) = library.Read();
        foreach (var recipe in recipes)
        {
            await output.WriteLineAsync($"{recipe.Name,-24} {recipe.DisplayName}");
        }

        foreach (var recipe in unreadable)
        {
            await output.WriteLineAsync($"{recipe.File,-24} {string.Format(System.Globalization.CultureInfo.CurrentCulture, recipe.Reason.Message, recipe.Reason.Values)}");
        }

        return 0;
    }
}
