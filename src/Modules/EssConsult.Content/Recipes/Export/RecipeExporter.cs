using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EssConsult.Content.Recipes.Export;

/// <summary>
/// The site, or what was chosen of it, as one zip that Orchard's deployment import and ours read: Recipe.json and the files it names. The same site gives
/// the same bytes, so that two exports can be compared.
/// </summary>
internal sealed class RecipeExporter(IEnumerable<IRecipeExport> exports, FeatureSwitch features, SiteSettings settings)
{
    private static readonly DateTimeOffset NoDate = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task WriteAsync(Stream zip, ExportChoice choice, CancellationToken ct)
    {
        await using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        RecipeExportWriter writer;
        await using (var recipe = await Entry(archive, "Recipe.json").OpenAsync(ct))
        await using (var json = new Utf8JsonWriter(recipe, Readable))
        {
            writer = new RecipeExportWriter(json, choice);
            Head(json);
            foreach (var export in exports.Where(export => choice.Takes(export.Place) && features.IsEnabled(export.GetType().Assembly.GetName().Name!)).OrderBy(export => export.Place).ThenBy(export => export.GetType().Name, StringComparer.Ordinal))
            {
                await export.WriteAsync(writer, ct);
                await json.FlushAsync(ct);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        foreach (var (path, open) in writer.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            await using var source = open();
            await using var target = await Entry(archive, path).OpenAsync(ct);
            await source.CopyToAsync(target, ct);
        }
    }

    private void Head(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", "export");
        json.WriteString("displayName", settings.SiteName);
        json.WriteString("description", string.Empty);
        json.WriteString("author", string.Empty);
        json.WriteString("website", string.Empty);
        json.WriteString("version", "1.0.0");
        json.WriteBoolean("issetuprecipe", false);
        json.WriteStartArray("categories");
        json.WriteEndArray();
        json.WriteStartArray("tags");
        json.WriteEndArray();
        json.WriteStartArray("steps");
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDate;
        return entry;
    }
}
