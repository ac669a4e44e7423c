using System.Text.Json.Nodes;
using EssConsult.Queries.Stored;

namespace EssConsult.Queries.Recipes;

/// <summary><c>Queries</c>: stores queries by name as they were given. One that cannot be run here is kept and reported; one of an unknown source stops the step, as in Orchard.</summary>
internal sealed class QueriesStep(SiteDb db, QueryCheck check, TimeProvider clock) : IRecipeStep
{
    public string Name => "Queries";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var given = step.AnyObjects("Queries").ToList();
        var known = await db.Set<QueryRow>().ToDictionaryAsync(row => row.Name, StringComparer.OrdinalIgnoreCase, ct);
        var (changed, unreadable) = (new HashSet<string>(), new List<string>());
        foreach (var json in given)
        {
            var name = json.AnyText("Name") is { Length: <= QueryTables.LongestName } stated ? stated : throw new RuleException("query.nameless", "Une requête n’a pas de nom, ou un nom de plus de {0} signes.", QueryTables.LongestName);
            var source = QuerySource.Find(json.AnyText("Source")) ?? throw new RuleException("query.source", "La requête « {0} » vient d’une source inconnue : {1}.", name, json.AnyText("Source") ?? "–");
            var text = json.ToJsonString();
            if (!known.TryGetValue(name, out var row))
            {
                known[name] = row = new QueryRow { Name = name, Source = source, Json = string.Empty };
                db.Add(row);
            }

            if (row.Json != text)
            {
                (row.Source, row.Json, row.ModifiedUtc) = (source, text, clock.UtcNow());
                changed.Add(row.Name);
            }

            if (await check.FindErrorAsync(StoredQuery.Read(row)) is not null)
            {
                unreadable.Add(name);
            }
        }

        if (changed.Count > 0)
        {
            db.Publish(new QueriesChanged([.. changed]));
        }

        return unreadable.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} requêtes rangées, {1} déjà ainsi.", changed.Count, given.Count - changed.Count)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} requêtes rangées, {1} déjà ainsi. Gardées mais illisibles ici : {2}.", changed.Count, given.Count - changed.Count, string.Join(", ", unreadable));
    }
}

/// <summary>The queries with what Orchard 2 and Orchard 3 read each: at the root and in <c>Properties</c> (§9.5 of the formats).</summary>
internal sealed class QueriesExport(SiteDb db) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Queries;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var rows = await db.Set<QueryRow>().AsNoTracking().ToListAsync(ct);
        if (rows.Count > 0)
        {
            var queries = rows.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => (JsonNode)StoredQuery.Read(row).WriteInto((JsonObject)JsonNode.Parse(row.Json)!));
            export.Step(new JsonObject { ["name"] = Name, [Name] = new JsonArray([.. queries]) });
        }
    }

    private const string Name = "Queries";
}
