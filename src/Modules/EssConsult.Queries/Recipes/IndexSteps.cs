using System.Text.Json.Nodes;
using EssConsult.Queries.Stored;

namespace EssConsult.Queries.Recipes;

/// <summary><c>CreateOrUpdateIndexProfile</c>, of Orchard 3: kept as given; here a profile says which content types queries find by its name.</summary>
internal sealed class IndexProfileStep(IndexProfiles profiles) : IRecipeStep
{
    public string Name => IndexProfile.ProfileStep;

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct) => profiles.PutAsync(
        Name, step.AnyObjects("Indexes").Select(json => (json.AnyText("Name") ?? json.AnyText("IndexName"), json)), ct);
}

/// <summary><c>lucene-index</c>, of Orchard 2, and the name that its documentation gives the step.</summary>
internal sealed class LuceneIndexStep(string name, IndexProfiles profiles) : IRecipeStep
{
    public const string Alias = "LuceneIndexSettings";

    public string Name => name;

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct) => profiles.PutAsync(
        IndexProfile.LuceneStep, step.AnyObjects("Indices").SelectMany(entry => entry.Where(pair => pair.Value is JsonObject).Select(pair => ((string?)pair.Key, (JsonObject)pair.Value!))), ct);
}

/// <summary>The steps that ask for an index to be written anew: here there is one index.</summary>
internal sealed class RebuildStep(string name, SiteDb db) : IRecipeStep
{
    public static readonly string[] Names = ["RebuildIndex", "ResetIndex", "lucene-index-rebuild", "lucene-index-reset"];

    public string Name => name;

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        db.Publish(new ItemIndexRebuildRequested());
        return Task.FromResult(new RecipeStepReport(RecipeStepOutcome.Done, "L’index des requêtes se reconstruit."));
    }
}

/// <summary>Index profiles by name.</summary>
internal sealed class IndexProfiles(SiteDb db)
{
    public async Task<RecipeStepReport> PutAsync(string step, IEnumerable<(string? Name, JsonObject Json)> given, CancellationToken ct)
    {
        var known = await db.Set<IndexProfileRow>().ToDictionaryAsync(row => row.Name, StringComparer.OrdinalIgnoreCase, ct);
        var (changed, same) = (new HashSet<string>(), 0);
        foreach (var (named, json) in given)
        {
            var name = named is { Length: <= QueryTables.LongestName } ? named : throw new RuleException("query.index-nameless", "Un index n’a pas de nom.");
            if (!known.TryGetValue(name, out var row))
            {
                known[name] = row = new IndexProfileRow { Name = name, Step = step, Json = string.Empty };
                db.Add(row);
            }

            var text = json.ToJsonString();
            same += row.Json == text ? 1 : 0;
            _ = row.Json != text && changed.Add(row.Name);
            (row.Step, row.Json) = (step, text);
        }

        if (changed.Count > 0)
        {
            db.Publish(new QueriesChanged([.. changed]));
        }

        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} index rangés, {1} déjà ainsi.", changed.Count, same);
    }
}

/// <summary>The index profiles in the steps by which they came.</summary>
internal sealed class IndexProfilesExport(SiteDb db) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Queries;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var rows = (await db.Set<IndexProfileRow>().AsNoTracking().ToListAsync(ct)).OrderBy(row => row.Name, StringComparer.Ordinal).ToLookup(row => row.Step);
        if (rows[IndexProfile.ProfileStep].Select(row => JsonNode.Parse(row.Json)).ToArray() is { Length: > 0 } profiles)
        {
            export.Step(new JsonObject { ["name"] = IndexProfile.ProfileStep, ["Indexes"] = new JsonArray(profiles) });
        }

        if (rows[IndexProfile.LuceneStep].Select(row => (JsonNode)new JsonObject { [row.Name] = JsonNode.Parse(row.Json) }).ToArray() is { Length: > 0 } indices)
        {
            export.Step(new JsonObject { ["name"] = IndexProfile.LuceneStep, ["Indices"] = new JsonArray(indices) });
        }
    }
}
