using System.Text.Json.Nodes;
using EssConsult.Content.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EssConsult.Content.Recipes.Export;

/// <summary>The library, and what published items show. A file that only its owner may read stays here.</summary>
internal sealed partial class MediaExport(SiteDb db, MediaFiles files, ILogger<MediaExport> log) : IRecipeExport
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

        var (there, missing) = (rows.Where(files.Exists).ToList(), rows.Where(row => !files.Exists(row)).ToList());
        var step = new JsonObject { ["name"] = "media", ["Files"] = new JsonArray([.. there.Select(Entry)]) };
        if (missing.Count > 0)
        {
            // Importers pass the member by; whoever reads the file learns what the export lacks.
            step["Missing"] = new JsonArray([.. missing.Select(row => JsonValue.Create(row.Path))]);
            missing.ForEach(row => Missing(row.Hash));
        }

        export.Step(step);
        foreach (var row in there)
        {
            export.File(row.Path, () => File.OpenRead(files.Find(row, wantedWidth: null).Path));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The bytes {Hash} of a file are missing: the export goes without it.")]
    private partial void Missing(string hash);

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
