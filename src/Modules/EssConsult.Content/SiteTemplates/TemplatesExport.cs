using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.SiteTemplates;

internal sealed class TemplatesExport(SiteDb db) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Templates;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var rows = await db.Set<SiteTemplate>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(ct);
        if (rows.Count > 0)
        {
            var templates = rows.Select(row => KeyValuePair.Create(row.Name, (JsonNode?)new JsonObject { ["Description"] = row.Description, ["Content"] = row.Source }));
            export.Step(new JsonObject { ["name"] = "Templates", ["Templates"] = new JsonObject(templates) });
        }
    }
}
