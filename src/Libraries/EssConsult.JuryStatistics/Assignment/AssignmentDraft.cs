namespace EssConsult.JuryStatistics.Assignment;

/// <param name="Juror">By id.</param>
/// <param name="Count">All that the juror reads, what is carried included.</param>
public sealed record JurorReadings(string Juror, int Count);

/// <summary>What a chair compares: the gain of an entry is the sum over its jurors.</summary>
/// <param name="Total">Of all entries.</param>
/// <param name="Minimum">Of the entry that is served worst; 0 without entries.</param>
/// <param name="FifthPercentile">Of the last of the worst twentieth, rounded up.</param>
/// <param name="Worth">Total less the price of uneven loads: what the flow makes as great as can be.</param>
/// <param name="Loads">By juror.</param>
public sealed record AssignmentFigures(double Total, double Minimum, double FifthPercentile, double Worth, IReadOnlyList<JurorReadings> Loads);

/// <summary>Who would read what. Where not everybody can be served, as much as can be, and why not more.</summary>
public sealed record AssignmentDraft
{
    /// <summary>Kept and new ones, by entry and then by juror.</summary>
    public required IReadOnlyList<JurorEntry> Pairs { get; init; }

    /// <summary>Entries with fewer jurors than wanted.</summary>
    public required IReadOnlyList<MissingReadings> Missing { get; init; }

    /// <summary>Certificates, each to be verified by <see cref="ShortageCheck"/>; none where all wishes and bounds are met.</summary>
    public required IReadOnlyList<Shortage> Shortages { get; init; }

    /// <summary>Where there is a shortage.</summary>
    public required LoadRepair? Repair { get; init; }

    public required AssignmentFigures Figures { get; init; }

    public bool IsComplete => Shortages.Count == 0;

    internal static AssignmentDraft Of(Board board, bool[][] given, long balance, IReadOnlyList<Shortage> shortages, LoadRepair? repair)
    {
        var (left, after) = (board.Left, board.Left.Less(given));
        bool Reads(int entry, int juror) => board.Kept[entry][juror] || given[entry][juror];
        var sums = Enumerable.Range(0, left.Entries).Select(entry => board.Sum(entry, given)).Order().ToArray();
        var price = Enumerable.Range(0, left.Jurors).Sum(juror => Enumerable.Range(left.Held[juror], after.Held[juror] - left.Held[juror]).Sum(load => (decimal)load));
        double Gain(long millionths) => (double)millionths / Board.Unit;
        return new AssignmentDraft
        {
            Pairs =
            [
                .. from entry in Enumerable.Range(0, left.Entries) from juror in Enumerable.Range(0, left.Jurors) where Reads(entry, juror)
                   select new JurorEntry(board.Jurors[juror], board.Entries[entry]),
            ],
            Missing = [.. after.Needed.Index().Where(entry => entry.Item > 0).Select(entry => new MissingReadings(board.Entries[entry.Index], entry.Item))],
            Shortages = shortages,
            Repair = repair,
            Figures = new AssignmentFigures(
                Gain(sums.Sum()), Gain(sums.FirstOrDefault()), Gain(sums.ElementAtOrDefault((sums.Length - 1) / 20)),
                (double)((sums.Sum() - (balance * price)) / Board.Unit), [.. board.Jurors.Zip(after.Held, (juror, load) => new JurorReadings(juror, load))]),
        };
    }
}
