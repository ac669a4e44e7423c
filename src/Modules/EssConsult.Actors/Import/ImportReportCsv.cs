using CsvHelper;
using Microsoft.Extensions.Localization;

namespace EssConsult.Actors.Import;

/// <summary>A report as a file: one row a structure read.</summary>
internal static class ImportReportCsv
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<ActorImportLine> lines, IStringLocalizer words, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        await csv.WriteRecordAsync([words["Ligne"], words["Structure"], words["Résultat"], words["Remarques"]], ct);
        await foreach (var line in lines.WithCancellation(ct))
        {
            var remarks = string.Join(' ', line.Remarks.Select(remark => words[remark.Sentence, [.. remark.Values]].Value));
            await csv.WriteRecordAsync([$"{line.Line}", ActorCsv.Cell(line.Name), words[line.Outcome.Label()], ActorCsv.Cell(remarks)], ct);
        }
    }
}
