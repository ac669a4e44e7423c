using System.Globalization;
using CsvHelper;

namespace EssConsult.Actors;

/// <summary>
/// The directory as CSV, written row by row: UTF-8 with its mark (spreadsheets need it), commas, decimal points. What the import
/// reads back unchanged.
/// </summary>
internal static class ActorCsv
{
    private static readonly string[] Open =
    [
        "identifiant", "nom", "famille", "secteur", "siren", "siret", "rna", "adresse", "code_postal", "commune", "latitude", "longitude", "site_web", "description", "page",
    ];

    /// <summary>What the administration's export adds; open data holds no e-mail and no telephone, which may be a person's own.</summary>
    private static readonly string[] Inside = ["email", "telephone", "cle_externe", "etat"];

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<Actor> actors, Func<string, string> sectorLabel, bool inside, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        await csv.WriteRecordAsync(inside ? [.. Open, .. Inside] : Open, ct);
        await foreach (var actor in actors.WithCancellation(ct))
        {
            string?[] open =
            [
                actor.Id.ToString(), actor.Name, actor.Family?.Label(), actor.SectorId is { } sector ? sectorLabel(sector) : null,
                actor.Siren, actor.Siret, actor.Rna, actor.Street, actor.Postcode, actor.Commune, Degrees(actor.Latitude), Degrees(actor.Longitude),
                actor.Website, actor.Description, actor.Path,
            ];
            string?[] cells = inside ? [.. open, actor.Email, actor.Phone, actor.ExternalKey, actor.State.Label()] : open;
            await csv.WriteRecordAsync([.. cells.Select(Cell)], ct);
        }
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); a number is none.</summary>
    public static string? Cell(string? text) =>
        text is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\''), ..] && !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;

    /// <summary>The text as it was before <see cref="Cell"/>.</summary>
    public static string Text(string cell) => cell is ['\'', ('=' or '+' or '-' or '@' or '\t' or '\r' or '\''), ..] ? cell[1..] : cell;

    private static string? Degrees(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
