using System.Text.Json.Nodes;

namespace EssConsult.Layers.Recipes;

/// <summary>The layers as they were given. The zones' own names (<c>LayerSettings</c>) travel with the settings, the widgets with the content.</summary>
internal sealed class LayersExport(SiteDb db) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Layers;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var rows = await db.Set<Layer>().AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Name).ToListAsync(ct);
        if (rows.Count > 0)
        {
            export.Step(new JsonObject { ["name"] = "Layers", ["Layers"] = new JsonArray([.. rows.Select(row => (JsonNode)row.Read())]) });
        }
    }
}
