using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>Feature</c>: switches modules on and off. Orchard's own ids, and any other that no module here bears, are reported.</summary>
internal sealed class FeatureStep(SiteDb db, FeatureSwitch features) : IRecipeStep
{
    public string Name => "Feature";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var (enable, disable) = (step.AnyTexts("enable"), step.AnyTexts("disable"));
        var unknown = await features.SwitchAsync(db, enable, disable, ct);
        var known = enable.Length + disable.Length - unknown.Count;
        return unknown.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} modules allumés, {1} éteints.", enable.Length, disable.Length)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} modules pris en compte. Inconnus ici : {1}.", known, string.Join(", ", unknown));
    }
}
