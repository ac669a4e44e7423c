using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Web;

namespace EssConsult.Workflows.Recipes;

/// <summary><c>WorkflowType</c>: circuits by their id; one that is there already is replaced. Activities that do not run here are kept and reported.</summary>
internal sealed class WorkflowTypeStep(WorkflowTypes types, ActivityKinds activities) : IRecipeStep
{
    public string Name => "WorkflowType";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var read = step.AnyObjects("data").Select(WorkflowType.Read).ToList();
        foreach (var type in read)
        {
            await types.PutAsync(type, ct);
        }

        var unknown = read.SelectMany(type => type.Activities).Select(activity => activity.Name).Where(name => activities.Find(name) is null).Distinct().Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} circuits.", read.Count)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} circuits ; ces activités y sont gardées et ne tournent pas ici : {1}.", read.Count, string.Join(", ", unknown));
    }
}

/// <summary>
/// The circuits as they came, by their id; but the address of one that is asked for by a link bears a token of its own site, and stays there:
/// Orchard writes another where it finds the token's life (§9.5 of the formats).
/// </summary>
internal sealed class WorkflowTypeExport(WorkflowTypes types) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.WorkflowType;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        if (await types.AllAsync(ct) is { Count: > 0 } all)
        {
            export.Step(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray([.. all.Select(type => WithoutTokens(type.Json.DeepClone()))]) });
        }
    }

    private static JsonNode WithoutTokens(JsonNode type)
    {
        foreach (var properties in (type["Activities"] as JsonArray ?? []).OfType<JsonObject>().Where(activity => activity.AnyText("Name") == nameof(HttpRequestEvent)).Select(activity => activity["Properties"]).OfType<JsonObject>())
        {
            properties["TokenLifeSpan"] ??= 0;
            if (properties.AnyText("Url")?.Contains("token=", StringComparison.OrdinalIgnoreCase) == true)
            {
                properties["Url"] = string.Empty;
            }
        }

        return type;
    }
}
