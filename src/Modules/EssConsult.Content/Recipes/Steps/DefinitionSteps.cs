using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>ContentDefinition</c>: merges types and parts into those that are there.</summary>
internal sealed class ContentDefinitionStep(DefinitionImport import) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct) => import.MergeAsync(step, replace: false, ct);
}

/// <summary><c>ReplaceContentDefinition</c>: the listed types and parts are deleted and made anew.</summary>
internal sealed class ReplaceContentDefinitionStep(DefinitionImport import) : IRecipeStep
{
    public string Name => "ReplaceContentDefinition";

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct) => import.MergeAsync(step, replace: true, ct);
}

/// <summary><c>DeleteContentDefinition</c>: takes names. Items of a deleted type stay.</summary>
internal sealed class DeleteContentDefinitionStep(IContentDefinitions definitions) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var (types, parts) = (step.AnyTexts("ContentTypes"), step.AnyTexts("ContentParts"));
        var unknown = types.Where(name => definitions.FindType(name) is null).Concat(parts.Where(name => definitions.FindPart(name) is null)).ToList();
        await definitions.DeleteAsync(types, parts, ct);
        return unknown.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} types et {1} blocs supprimés.", types.Length, parts.Length)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} définitions supprimées. Inconnues ici : {1}.", types.Length + parts.Length - unknown.Count, string.Join(", ", unknown));
    }
}

internal sealed class DefinitionImport(SiteDb db, IContentDefinitions definitions)
{
    public async Task<RecipeStepReport> MergeAsync(JsonObject step, bool replace, CancellationToken ct)
    {
        var types = (JsonArray?)(step.Any("ContentTypes") as JsonArray)?.DeepClone() ?? [];
        var parts = (JsonArray?)(step.Any("ContentParts") as JsonArray)?.DeepClone() ?? [];
        var before = await definitions.ExportAsync(ct);
        await definitions.MergeAsync(types, parts, replace, ct);
        await db.SaveChangesAsync(ct);
        var after = await definitions.ExportAsync(ct);
        return new RecipeStepReport(
            RecipeStepOutcome.Done, "{0} types et {1} blocs créés ou changés, {2} déjà ainsi.", Changed(before.Types, after.Types), Changed(before.Parts, after.Parts),
            types.Count + parts.Count - Changed(before.Types, after.Types) - Changed(before.Parts, after.Parts));
    }

    private static int Changed(JsonArray before, JsonArray after)
    {
        var known = before.ToDictionary(record => record!["Name"]!.ToString());
        return after.Count(record => !known.TryGetValue(record!["Name"]!.ToString(), out var same) || !JsonNode.DeepEquals(same, record));
    }
}
