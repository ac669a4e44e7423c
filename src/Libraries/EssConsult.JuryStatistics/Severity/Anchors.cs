namespace EssConsult.JuryStatistics.Severity;

/// <summary>A reading that joins two parts of a design.</summary>
/// <param name="Entry">By number: the anchor.</param>
/// <param name="Juror">By number: who would mark it too.</param>
public sealed record AnchorReading(int Entry, int Juror);

/// <summary>The fewest more readings that make one part of a design in several.</summary>
public static class Anchors
{
    /// <summary>
    /// One reading joins two parts, so that of n parts there are n − 1 at best: from the largest part outwards a juror of the one marks an
    /// entry of the other, the entry that most have marked already first, and of jurors the one who marked least.
    /// </summary>
    /// <param name="entries">How many there are.</param>
    /// <param name="jurors">How many there are.</param>
    /// <param name="marked">Pairs of an entry and a juror.</param>
    /// <param name="forbidden">Pairs that may not be, such as recusals.</param>
    /// <returns>Fewer than are needed where everything else is forbidden.</returns>
    public static IReadOnlyList<AnchorReading> Propose(int entries, int jurors, IReadOnlyCollection<(int Entry, int Juror)> marked, IReadOnlySet<(int Entry, int Juror)> forbidden)
    {
        var (pairs, found) = (marked.ToHashSet(), new List<AnchorReading>());
        while (Design.Parts(entries, jurors, pairs).ToArray() is [var largest, .. var others] && others.Length > 0 && others.Select(part => Between(largest, part, pairs, forbidden)).FirstOrDefault(reading => reading is not null) is { } joining)
        {
            found.Add(joining);
            pairs.Add((joining.Entry, joining.Juror));
        }

        return found;
    }

    private static AnchorReading? Between(DesignPart one, DesignPart other, HashSet<(int Entry, int Juror)> pairs, IReadOnlySet<(int Entry, int Juror)> forbidden) =>
        one.Entries.SelectMany(entry => other.Jurors.Select(juror => new AnchorReading(entry, juror))).Concat(other.Entries.SelectMany(entry => one.Jurors.Select(juror => new AnchorReading(entry, juror))))
            .Where(reading => !forbidden.Contains((reading.Entry, reading.Juror)))
            .OrderByDescending(reading => pairs.Count(pair => pair.Entry == reading.Entry)).ThenBy(reading => pairs.Count(pair => pair.Juror == reading.Juror)).ThenBy(reading => reading.Entry).ThenBy(reading => reading.Juror).FirstOrDefault();
}
