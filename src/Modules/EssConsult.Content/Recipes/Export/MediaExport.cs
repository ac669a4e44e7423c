using System.Text.Json.Nodes;
using EssConsult.Content.Media;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Recipes.Export;

/// <summary>The library, and what published items show. A file that only its owner may read stays here.</summary>
internal sealed class MediaExport(SiteDb db, MediaFiles files) : IRecipeExport
{
    public RecipeExportPlace Place => RecipeExportPlace.Media;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var used = db.Set<MediaUse>().Where(use => use.Published).Select(use => use.Path);
        var rows = await db.Set<MediaRow>().AsNoTracking().Where(row => row.InLibrary || used.Contains(row.Path)).OrderBy(row => row.Path).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return;
        }

        export.Step(new JsonObject { ["name"] = "media", ["Files"] = new JsonArray([.. rows.Select(Entry)]) });
        foreach (var row in rows)
        {
            export.File(row.Path, () => File.OpenRead(files.Find(row, wantedWidth: null).Path));
        }
    }

    private static JsonObject Entry(MediaRow row)
    {
        var entry = new JsonObject { ["SourcePath"] = row.Path, ["TargetPath"] = row.Path };
        if (row.AlternativeText is { } text)
        {
            entry["AlternativeText"] = text;
        }

        return entry;
    }
}
