using System.Text.Json.Nodes;
using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>Themes</c>: the theme of the site and of its administration; one that is not installed is reported.</summary>
internal sealed class ThemesStep(SiteDb db, SiteFolders folders) : IRecipeStep
{
    private static readonly string[] Keys = ["Site", "Admin"];

    public string Name => "Themes";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var asked = Keys.Select(key => (Key: key, Theme: step.AnyText(key))).Where(pair => pair.Theme is not null).ToList();
        var missing = asked.Where(pair => !IsInstalled(pair.Theme!)).Select(pair => pair.Theme!).Distinct().ToList();
        await SiteSettings.PutAsync(db, "Themes", new JsonObject(asked.Where(pair => IsInstalled(pair.Theme!)).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Theme))), ct);
        return missing.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "Thème : {0}.", string.Join(", ", asked.Select(pair => pair.Theme).Distinct()))
            : new RecipeStepReport(RecipeStepOutcome.Partial, "Thème absent d’ici : {0}.", string.Join(", ", missing));
    }

    private bool IsInstalled(string theme) => theme == Path.GetFileName(theme) && File.Exists(Path.Combine(folders.Themes, theme, "theme.json"));
}
