using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Export;

/// <summary>Which modules are on and off.</summary>
internal sealed class FeatureExport(ModuleCatalog catalog, FeatureSwitch features) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Feature;

    public Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        JsonArray Ids(bool enabled) => [.. catalog.Modules.Select(module => module.Manifest.Id).Where(id => features.IsEnabled(id) == enabled).Order(StringComparer.Ordinal).Select(id => (JsonNode)id)];
        export.Step(new JsonObject { ["name"] = "Feature", ["enable"] = Ids(true), ["disable"] = Ids(false) });
        return Task.CompletedTask;
    }
}

internal sealed class ThemesExport(SiteSettings settings) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Themes;

    public Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var themes = settings.Get(ThemesStepName);
        if (themes.Count > 0)
        {
            export.Step(new JsonObject([KeyValuePair.Create("name", (JsonNode?)ThemesStepName), .. themes.DeepClone().AsObject().Sorted()]));
        }

        return Task.CompletedTask;
    }

    internal const string ThemesStepName = "Themes";
}

/// <summary>The site's own settings flat, every other object under its name; passwords and keys stay here.</summary>
internal sealed class SettingsExport(SiteSettings settings) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Settings;

    public Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var step = new JsonObject { ["name"] = "Settings" };
        foreach (var (key, value) in settings.Get(SiteSettings.Site).WithoutSecrets().Sorted())
        {
            step[key] = value;
        }

        foreach (var name in settings.Names.Where(name => name is not SiteSettings.Site and not ThemesExport.ThemesStepName).Order(StringComparer.Ordinal))
        {
            step[name] = settings.Get(name).WithoutSecrets();
        }

        export.Step(step);
        return Task.CompletedTask;
    }
}
