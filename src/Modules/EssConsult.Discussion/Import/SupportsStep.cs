using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Discussion.Import;

/// <summary><c>EssSupports</c>: <c>Supports[{ContentItemId, PersonIds[]}]</c>.</summary>
internal sealed class SupportsStep(IDiscussionImport import) : IRecipeStep
{
    public string Name => "EssSupports";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var supports = (step["Supports"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(Read).ToList();
        var added = await import.SupportsAsync(supports, ct);
        return new RecipeStepReport(RecipeStepOutcome.Done, string.Create(CultureInfo.InvariantCulture, $"{added} soutiens ajoutés, {supports.Count - added} déjà là."));
    }

    private static IEnumerable<ImportedSupport> Read(JsonObject json) =>
        (json["PersonIds"] as JsonArray ?? []).Select(person => new ImportedSupport(
            json["ContentItemId"]?.ToString() ?? throw new RuleException("recipe.support-incomplete", "Un soutien du modèle n’indique pas son contenu."), person!.ToString()));
}
