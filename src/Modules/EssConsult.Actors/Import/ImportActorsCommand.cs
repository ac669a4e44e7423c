using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Import;

/// <summary><c>import actors FILE</c> reads a CSV or GeoJSON file into the directory; <c>import actors FILE check</c> only reports.</summary>
internal sealed class ImportActorsCommand(SiteDb db, ActorImporter importer, TimeProvider clock) : ISiteCommand
{
    private const int MostShown = 40;

    public string Words => "import actors";

    public string Purpose => "FICHIER [check] : lire un annuaire de structures (CSV, GeoJSON) ; check n’écrit rien";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        var path = arguments.Count > 0 ? arguments[0] : string.Empty;
        if (arguments is not ([_] or [_, "check"]) || !File.Exists(path))
        {
            await output.WriteLineAsync("import actors " + Purpose);
            return 2;
        }

        var import = new ActorImport { FileName = Path.GetFileName(path), ById = "import actors", AtUtc = clock.UtcNow() };
        db.Add(import);
        await db.SaveChangesAsync(ct);
        try
        {
            await using var file = File.OpenRead(path);
            await importer.RunAsync(import, ActorFile.ReadAsync(file, ct), apply: arguments.Count == 1, ct);
        }
        catch (JsonException error)
        {
            await output.WriteLineAsync($"Ce fichier JSON est mal formé : {error.Message}");
            return 1;
        }
        catch (CsvFormatException error)
        {
            await output.WriteLineAsync($"Ce fichier CSV est illisible : {error.Message}");
            return 1;
        }
        catch (RuleException broken)
        {
            await output.WriteLineAsync(string.Format(CultureInfo.CurrentCulture, broken.Message, broken.Values));
            return 1;
        }

        await WriteReportAsync(import, output, ct);
        return 0;
    }

    private async Task WriteReportAsync(ActorImport import, TextWriter output, CancellationToken ct)
    {
        await output.WriteLineAsync($"{import.FileName} : {import.Lines} lignes, {import.FlaggedLines} avec une remarque");
        await output.WriteLineAsync($"{import.Created} créées, {import.Updated} mises à jour, {import.Unchanged} inchangées, {import.Repeated} répétées, {import.Refused} refusées");
        if (import.LeftOut.Length > 0)
        {
            await output.WriteLineAsync("Colonnes non reprises : " + import.LeftOut);
        }

        var remarked = db.Set<ActorImportLine>().AsNoTracking().Where(line => line.ImportId == import.Id && line.RemarksJson != null);
        foreach (var line in await remarked.OrderBy(line => line.Rank).Take(MostShown).ToListAsync(ct))
        {
            await output.WriteLineAsync($"  ligne {line.Line}, {line.Name} : {string.Join(' ', line.Remarks.Select(remark => string.Format(CultureInfo.CurrentCulture, remark.Sentence, [.. remark.Values])))}");
        }

        await output.WriteLineAsync($"Rapport complet : /admin/structures/import/{import.Id}");
    }
}
