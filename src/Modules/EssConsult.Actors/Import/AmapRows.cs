using System.Runtime.CompilerServices;

namespace EssConsult.Actors.Import;

/// <summary>
/// The directory of the AMAP of Loire-Atlantique names two structures a line: the AMAP and a producer who supplies it. Each becomes
/// a row of its own; other files pass unchanged.
/// </summary>
internal static class AmapRows
{
    private static readonly (string Theirs, string Ours)[] Amap = [("NomAmap", "nom"), ("LATAMAP", "latitude"), ("LONGAMAP", "longitude")];
    private static readonly (string Theirs, string Ours)[] Producer =
        [("NomExploitation", "nom"), ("CommuneExploitation", "commune"), ("LATProd", "latitude"), ("LONGProd", "longitude")];

    public static async IAsyncEnumerable<SourceRow> Split(IAsyncEnumerable<SourceRow> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (row.Refusal is not null || !Has(row, "NomAmap") || !Has(row, "NomExploitation"))
            {
                yield return row;
                continue;
            }

            var rest = row.Values.Where(value => !Amap.Concat(Producer).Any(pair => pair.Theirs == value.Key));
            yield return row with { Values = [.. Take(row, Amap), KeyValuePair.Create("famille", "association"), .. rest] };
            yield return row with { Values = [.. Take(row, Producer)] };
        }
    }

    private static bool Has(SourceRow row, string header) => row.Values.Any(value => value.Key == header);

    private static IEnumerable<KeyValuePair<string, string>> Take(SourceRow row, (string Theirs, string Ours)[] columns) =>
        row.Values.Join(columns, value => value.Key, pair => pair.Theirs, (value, pair) => KeyValuePair.Create(pair.Ours, value.Value));
}
