using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>Settings</c>: scalars and the home route go among the site's own settings, every other object replaces its namesake whole.</summary>
internal sealed class SettingsStep(SiteDb db, SiteSettings settings) : IRecipeStep
{
    public string Name => "Settings";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var given = step.Where(pair => !pair.Key.Equals("name", StringComparison.OrdinalIgnoreCase)).ToList();
        var site = new JsonObject(given.Where(pair => !IsObject(pair)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        var current = settings.Get(SiteSettings.Site);
        var changed = site.Count(pair => !JsonNode.DeepEquals(current[pair.Key], pair.Value));
        if (changed > 0)
        {
            await SiteSettings.PutAsync(db, SiteSettings.Site, site, ct);
        }

        foreach (var (name, value) in given.Where(IsObject))
        {
            if (!JsonNode.DeepEquals(settings.Get(name), value))
            {
                await SiteSettings.ReplaceAsync(db, name, (JsonObject)value!.DeepClone(), ct);
                changed++;
            }
        }

        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} réglages changés, {1} déjà ainsi.", changed, given.Count - changed);
    }

    private static bool IsObject(KeyValuePair<string, JsonNode?> pair) => pair.Value is JsonObject && pair.Key != "HomeRoute";
}
