using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>Content</c>: takes items by the import rules of §3.3 of the formats, in batches; what is there unchanged is left alone.</summary>
internal sealed class ContentStep(SiteDb db, IContentStore store, ImportedItem prepare) : IRecipeStep
{
    private const int Batch = 500;

    public string Name => "Content";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var (imported, unchanged, twice) = (0, 0, 0);
        var seen = new HashSet<string>();
        foreach (var batch in step.AnyObjects("data").Chunk(Batch))
        {
            foreach (var json in batch)
            {
                if (json["ContentItemVersionId"]?.ToString() is { Length: > 0 } version && !seen.Add(version))
                {
                    twice++;
                }
                else if (await store.ImportAsync(prepare.Read(json), ct))
                {
                    imported++;
                }
                else
                {
                    unchanged++;
                }
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        return twice == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} contenus importés, {1} déjà là.", imported, unchanged)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} contenus importés, {1} déjà là, {2} écartés : leur version figure deux fois.", imported, unchanged, twice);
    }
}
