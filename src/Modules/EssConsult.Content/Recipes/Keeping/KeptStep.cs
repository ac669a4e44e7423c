using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Keeping;

/// <summary>A step of Orchard's whose records are kept; some are used here, the others wait for the site that they go back to.</summary>
internal sealed class KeptStep(KeptShape shape, string name, KeptStore store) : IRecipeStep
{
    public string Name => name;

    public bool IsUsed => shape.IsUsed;

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var records = shape.Split(step).ToList();
        var changed = await store.PutAsync(shape.Step, records, ct);
        return IsUsed
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} éléments rangés, {1} déjà ainsi.", changed, records.Count - changed)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} éléments gardés tels quels, {1} déjà là : ce site ne s’en sert pas, et les rend quand il exporte.", changed, records.Count - changed);
    }
}

/// <summary>A step that is recognised and not played; the report says why.</summary>
internal sealed class RefusedStep(string name, string reason) : IRecipeStep
{
    public string Name => name;

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct) => Task.FromResult(new RecipeStepReport(RecipeStepOutcome.Ignored, reason));
}

/// <summary>A step that nobody here knows, of a foreign module or of a later version: kept whole, as it came.</summary>
internal sealed class UnknownStep(KeptStore store)
{
    private const int MostKept = 1_000_000;

    public async Task<RecipeStepReport> KeepAsync(string name, JsonObject step, CancellationToken ct)
    {
        var json = new KeptShape(name).Split(step).Single().Json;
        if (name.Length is 0 or > 100 || json.ToJsonString().Length > MostKept)
        {
            return new RecipeStepReport(RecipeStepOutcome.Ignored, "Étape inconnue de ce site, trop longue pour y être gardée.");
        }

        await store.PutAsync(name, [(KeptShape.Digest(json), json)], ct);
        return new RecipeStepReport(RecipeStepOutcome.Ignored, "Étape inconnue de ce site : elle n’est pas jouée, mais gardée telle quelle et rendue quand il exporte.");
    }
}
