namespace EssConsult.JuryStatistics.Assignment;

/// <summary>
/// PR4A: an assignment that serves the worst-served entry well. For each number of strong jurors, the highest bar that every entry can
/// have so many jurors above, the best of these, and the rest by gain; the fairest stands, its worst entries keep their jurors, and
/// the others go on.
/// </summary>
/// <remarks>
/// I. Stelmakh, N. Shah and A. Singh, « PeerReview4All: Fair and accurate reviewer assignment in peer review », Journal of Machine Learning
/// Research 22, 2021. It starts from the greatest total, which the first round may improve; loads are held by bounds alone. The paper knows no
/// least loads: a candidate that leaves one unmet is tried again with them in view, and then passed over.
/// </remarks>
public static class Pr4a
{
    /// <param name="request">Its balance is not looked at.</param>
    /// <param name="rounds">How often at most the worst are set aside, 1 or more.</param>
    /// <returns>Where something falls short, the same as <see cref="ReadingAssignment"/> without balance.</returns>
    /// <exception cref="ArgumentException">The request contradicts itself.</exception>
    public static AssignmentDraft Solve(AssignmentRequest request, int rounds = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rounds);
        var board = new Board(request);
        var draft = ReadingAssignment.Solve(board, balance: 0);
        return draft.IsComplete ? AssignmentDraft.Of(board, Improve(board, rounds), 0, [], null) : draft;
    }

    private static bool[][] Improve(Board board, int rounds)
    {
        var frozen = Array.ConvertAll(board.Left.Open, row => new bool[row.Length]);
        var best = ReadingAssignment.Fill(board, board.Left, 0, out _, out _);
        var left = board.Left;
        for (var round = 0; round < rounds && left.Needed.Any(needed => needed > 0); round++)
        {
            var open = Enumerable.Range(0, left.Entries).Where(entry => left.Needed[entry] > 0).ToList();
            long Worst(bool[][] given) => open.Min(entry => board.Sum(entry, given));
            var more = Enumerable.Range(1, open.Max(entry => left.Needed[entry]))
                .Select(strong => Candidate(board, left, open, strong, heedLeast: false) ?? Candidate(board, left, open, strong, heedLeast: true)).OfType<bool[][]>().Prepend(best);
            best = more.MaxBy(given => (Worst(given), open.Sum(entry => board.Sum(entry, given))))!;
            var worst = Worst(best);
            foreach (var entry in open.Where(entry => board.Sum(entry, best) == worst))
            {
                frozen[entry] = best[entry];
            }

            left = board.Left.Less(frozen);
        }

        return best.Zip(frozen, (row, kept) => row.Zip(kept, (one, other) => one || other).ToArray()).ToArray();
    }

    /// <param name="heedLeast">Whether least loads are looked at when strong jurors are given, and not only when the rest is.</param>
    /// <returns>What the entries have that are still open; <see langword="null"/> where the strong jurors leave too few places, or least loads unmet.</returns>
    private static bool[][]? Candidate(Board board, Places left, List<int> open, int strong, bool heedLeast)
    {
        var wanted = Array.ConvertAll(left.Needed, needed => Math.Min(needed, strong));
        var bars = open.SelectMany(entry => board.Gains[entry].Where((_, juror) => left.Open[entry][juror])).Distinct().Order().ToArray();
        bool[][] Above(int bar) => [.. left.Open.Zip(board.Gains, (row, gains) => row.Zip(gains, (may, gain) => may && gain >= bars[bar]).ToArray())];
        bool Serves(int bar) => new GreatestFlow(wanted, left.Room, Above(bar)).Total == wanted.Sum();
        var (low, high) = (0, bars.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Serves(middle) ? (middle, high) : (low, middle - 1);
        }

        // The lowest bar keeps nobody out, and the whole can be filled.
        var first = ReadingAssignment.Fill(board, left with { Needed = wanted, Open = Above(low), Least = heedLeast ? left.Least : new int[left.Jurors] }, 0, out _, out _);
        var rest = left.Less(first);
        var second = ReadingAssignment.Fill(board, rest, 0, out var entries, out var jurors);
        return entries.Total == rest.Needed.Sum() && jurors.Total == rest.Least.Sum() ? [.. first.Zip(second, (one, other) => one.Zip(other, (a, b) => a || b).ToArray())] : null;
    }
}
