using EssConsult.JuryStatistics.Agreement;

namespace EssConsult.JuryStatistics.Robustness;

/// <summary>What the ranking would be without one juror.</summary>
/// <param name="Juror">By number.</param>
/// <param name="Entering">Entries that would come into the first places.</param>
/// <param name="Leaving">Entries that would lose them.</param>
/// <param name="Moved">The entry that would move farthest; the first of several.</param>
/// <param name="From">Its rank with all jurors.</param>
/// <param name="To">Its rank without this one.</param>
public sealed record JurorInfluence(int Juror, IReadOnlyList<int> Entering, IReadOnlyList<int> Leaving, int Moved, int From, int To)
{
    /// <summary>Whether the first places hang on this juror.</summary>
    public bool IsPivotal => Entering.Count + Leaving.Count > 0;

    /// <summary>Places.</summary>
    public int LargestMove => Math.Abs(From - To);
}

/// <summary>Leaves each juror out in turn and ranks again.</summary>
public static class PivotalJurors
{
    /// <param name="table">Marks of one scale.</param>
    /// <param name="top">How many first places matter, 1 or more.</param>
    /// <param name="by">The rule of ranking; corrected means are computed anew without each juror, with the variances of all marks.</param>
    /// <returns>By juror. An entry that nobody else marked comes last without its juror; where corrected entries do not differ, all share the first place.</returns>
    /// <exception cref="ArgumentException">Corrected means of too few marks.</exception>
    public static IReadOnlyList<JurorInfluence> Of(MarkTable table, int top, MeanKind by = MeanKind.Raw)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        var means = new EntryMeans(table, by);
        var all = means.Ranks();
        return [.. Enumerable.Range(0, table.Jurors).Select(juror => Compare(juror, top, all, means.Ranks(without: juror)))];
    }

    private static JurorInfluence Compare(int juror, int top, int[] all, int[] without)
    {
        var entries = Enumerable.Range(0, all.Length).ToList();
        var moved = entries.MaxBy(entry => Math.Abs(all[entry] - without[entry]));
        return new JurorInfluence(
            juror, [.. entries.Where(entry => all[entry] > top && without[entry] <= top)], [.. entries.Where(entry => all[entry] <= top && without[entry] > top)],
            moved, all.ElementAtOrDefault(moved), without.ElementAtOrDefault(moved));
    }
}
