using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace EssConsult.Contributions.Import;

/// <summary>A line of one of Decidim's files, by column name.</summary>
internal sealed class DecidimRow(IReadOnlyDictionary<string, string> cells)
{
    public string this[string column] => cells.GetValueOrDefault(column) ?? string.Empty;

    public string Id => this["id"];

    public DateTime CreatedUtc => DateTime.TryParse(this["created_at"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : default;

    public int Number(string column) => int.TryParse(this[column], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>Decidim's export: debates.csv, proposals.csv, comments.csv and proposal_comments.csv, any of which may be missing.</summary>
internal sealed class DecidimFolder(string path)
{
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    public bool Has(string file) => File.Exists(Path.Combine(path, file));

    public async IAsyncEnumerable<DecidimRow> ReadAsync(string file, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!Has(file))
        {
            yield break;
        }

        await using var stream = File.OpenRead(Path.Combine(path, file));
        await using var csv = CsvReader.Create(stream, new CsvReaderOptions { TrimWhitespace = true }, leaveOpen: true);
        await csv.ReadHeaderAsync(ct);
        var headers = csv.Headers.ToArray();
        while (await csv.ReadAsync(ct))
        {
            yield return new DecidimRow(Enumerable.Range(0, Math.Min(csv.FieldCount, headers.Length)).ToDictionary(index => headers[index], index => csv.GetString(index)));
        }
    }
}
