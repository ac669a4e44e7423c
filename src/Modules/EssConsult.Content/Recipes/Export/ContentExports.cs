using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using EssConsult.Content.Items;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Recipes.Export;

internal sealed class DefinitionExport(IContentDefinitions definitions) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.ContentDefinition;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var (types, parts) = await definitions.ExportAsync(ct);
        export.Step(new JsonObject { ["name"] = "ContentDefinition", ["ContentTypes"] = types, ["ContentParts"] = parts });
    }
}

/// <summary>Every published version and every draft, with ids, flags and dates; the published one before the draft, as importers expect.</summary>
internal sealed class ContentExport(SiteDb db, IEnumerable<IExportedItem> amendments, FeatureSwitch features) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Content;

    public Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var amending = amendments.Where(amendment => features.IsEnabled(amendment.GetType().Assembly.GetName().Name!)).ToList();
        return export.StepAsync("Content", "data", ItemsAsync(export, ct), item => amending.ForEach(amendment => amendment.Amend(item)), ct);
    }

    private async IAsyncEnumerable<JsonObject> ItemsAsync(IRecipeExportWriter export, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = db.Set<ContentRow>().AsNoTracking().Where(row => row.Latest || row.Published)
            .OrderBy(row => row.ContentItemId).ThenByDescending(row => row.Published).ThenBy(row => row.ContentItemVersionId);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!export.Takes(row.ContentType))
            {
                continue;
            }

            var json = row.ToItem().WriteContentItem();
            if (!export.WithAuthors)
            {
                json.ForgetAuthors();
            }

            yield return json;
        }
    }
}
