using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace EssConsult.Actors.Import;

/// <summary>CSV with a header line; comma, semicolon or tab are recognised.</summary>
internal static class CsvRows
{
    private static readonly Remark Unclosed = new("Un guillemet n’est jamais refermé : rien n’a pu être lu à partir de cette ligne.");
    private static readonly Remark StrayQuote = new("Des guillemets sont mal placés dans cette ligne.");

    public static async IAsyncEnumerable<SourceRow> ReadAsync(Stream stream, Encoding encoding, [EnumeratorCancellation] CancellationToken ct)
    {
        var malformed = new Dictionary<long, CsvMalformedReason>();
        var options = new CsvReaderOptions
        {
            Encoding = encoding,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            OnMalformedRecord = record => malformed.TryAdd(record.LineNumber, record.Reason),
        };
        await using var csv = CsvReader.Create(stream, options, leaveOpen: true);
        await csv.ReadHeaderAsync(ct);
        var headers = csv.Headers.ToArray();
        while (await csv.ReadAsync(ct))
        {
            // What lies beyond the last header has no name; it is told, not dropped.
            var values = Enumerable.Range(0, Math.Max(csv.FieldCount, headers.Length))
                .Select(index => KeyValuePair.Create(index < headers.Length ? headers[index] : $"({index + 1})", index < csv.FieldCount ? ActorCsv.Text(csv.GetString(index)) : string.Empty))
                .Where(value => value.Key[0] != '(' || value.Value.Length > 0);
            CsvMalformedReason? reason = malformed.Remove(csv.LineNumber, out var found) ? found : null;
            yield return new SourceRow((int)csv.LineNumber, [.. values])
            {
                Refusal = reason == CsvMalformedReason.UnterminatedQuote ? Unclosed : null,
                Remarks = reason is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote ? [StrayQuote] : [],
            };
        }
    }
}
