using System.Text.Json.Nodes;
using EssConsult.Content.Recipes.Export;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>Settings</c>: scalars and the home route go among the site's own settings, every other object replaces its namesake whole.</summary>
internal sealed class SettingsStep(SiteDb db, SiteSettings settings) : IRecipeStep
{
    public string Name => "Settings";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var members = step.Where(pair => !pair.Key.Equals("name", StringComparison.OrdinalIgnoreCase)).ToList();
        var site = new JsonObject(members.Where(pair => !IsObject(pair)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        var current = settings.Get(SiteSettings.Site);
        var changed = site.Count(pair => !JsonNode.DeepEquals(current[pair.Key], pair.Value));
        if (changed > 0)
        {
            await SiteSettings.PutAsync(db, SiteSettings.Site, site, ct);
        }

        foreach (var (name, value) in members.Where(IsObject))
        {
            var given = WithKeptSecrets((JsonObject)value!.DeepClone(), settings.Get(name));
            if (!JsonNode.DeepEquals(settings.Get(name), given))
            {
                await SiteSettings.ReplaceAsync(db, name, given, ct);
                changed++;
            }
        }

        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} réglages changés, {1} déjà ainsi.", changed, members.Count - changed);
    }

    /// <summary>An export leaves secrets out: importing it must not wipe those that are here.</summary>
    private static JsonObject WithKeptSecrets(JsonObject given, JsonObject known)
    {
        foreach (var (key, value) in known.Where(pair => ExportedJson.IsSecret(pair.Key) && !given.ContainsKey(pair.Key)))
        {
            given[key] = value?.DeepClone();
        }

        return given;
    }

    private static bool IsObject(KeyValuePair<string, JsonNode?> pair) => pair.Value is JsonObject && pair.Key != "HomeRoute";
}
