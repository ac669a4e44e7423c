namespace EssConsult.JuryStatistics.Severity;

/// <summary>Entries and jurors that can be compared with one another, by however many steps.</summary>
/// <param name="Entries">By number.</param>
/// <param name="Jurors">By number.</param>
public sealed record DesignPart(IReadOnlyList<int> Entries, IReadOnlyList<int> Jurors);

/// <summary>
/// Who marked what. Where a design falls into parts that share neither entry nor juror, nothing in the marks tells a severe jury from
/// weak entries: a few entries that all parts mark repair it.
/// </summary>
public static class Design
{
    /// <param name="entries">How many there are.</param>
    /// <param name="jurors">How many there are.</param>
    /// <param name="marked">Pairs of an entry and a juror.</param>
    /// <returns>The parts, the largest first. One part is what comparing needs; an entry without a mark, or a juror who gave none, is a part of its own.</returns>
    public static IReadOnlyList<DesignPart> Parts(int entries, int jurors, IEnumerable<(int Entry, int Juror)> marked)
    {
        var parent = Enumerable.Range(0, entries + jurors).ToArray();
        int Root(int node)
        {
            while (parent[node] != node)
            {
                node = parent[node] = parent[parent[node]];
            }

            return node;
        }

        foreach (var (entry, juror) in marked)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry, (uint)entries, nameof(marked));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)juror, (uint)jurors, nameof(marked));
            parent[Root(entry)] = Root(entries + juror);
        }

        return
        [
            .. Enumerable.Range(0, entries + jurors).GroupBy(Root)
                .Select(part => new DesignPart([.. part.Where(node => node < entries)], [.. part.Where(node => node >= entries).Select(node => node - entries)]))
                .OrderByDescending(part => part.Entries.Count + part.Jurors.Count).ThenBy(part => part.Entries.FirstOrDefault(int.MaxValue)).ThenBy(part => part.Jurors.FirstOrDefault(int.MaxValue)),
        ];
    }
}
