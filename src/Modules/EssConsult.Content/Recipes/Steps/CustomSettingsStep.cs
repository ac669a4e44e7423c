using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>custom-settings</c>: items that hold settings, each under the name of its type; they leave again with the other settings.</summary>
internal sealed class CustomSettingsStep(SettingsStep settings) : IRecipeStep
{
    public string Name => "custom-settings";

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct) =>
        settings.RunAsync(new JsonObject(step.Where(pair => pair.Value is JsonObject).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))), context, ct);
}
