namespace EssConsult.JuryStatistics.Robustness;

/// <summary>How often the competition is held again.</summary>
/// <param name="Seed">The same seed gives the same figures.</param>
/// <param name="Draws">1 or more; 2,000 give a probability to two points in a hundred.</param>
/// <param name="Top">How many of the first places count for <see cref="RankOdds.Top"/>.</param>
/// <param name="Confidence">Of the intervals, above 0 and below 1.</param>
public sealed record RankDraws(ulong Seed, int Draws = 2000, int Top = 3, double Confidence = 0.9);

/// <summary>What can be said of an entry's rank.</summary>
/// <param name="Entry">By number.</param>
/// <param name="First">Probability of the first place; over all entries they add up to 1.</param>
/// <param name="Top">Probability of one of the first places.</param>
/// <param name="Expected">Mean rank.</param>
/// <param name="Low">Best rank of the interval.</param>
/// <param name="High">Worst rank of the interval: as few ranks as hold the confidence, the rest shared between both ends.</param>
public sealed record RankOdds(int Entry, double First, double Top, double Expected, int Low, int High);

/// <summary>Counts ranks over draws.</summary>
internal sealed class RankTally(int entries, SplitMix64 random)
{
    private readonly int[][] counts = [.. Enumerable.Range(0, entries).Select(_ => new int[entries])];
    private readonly double[] keys = new double[entries];
    private readonly int[] order = new int[entries];

    /// <param name="draws">What may be asked for.</param>
    /// <exception cref="ArgumentException">A number out of range.</exception>
    public static RankDraws Checked(RankDraws draws) => draws is { Draws: >= 1, Top: >= 1, Confidence: > 0 and < 1 } ? draws : throw new ArgumentException("One draw and one place at least, and a confidence between 0 and 1.", nameof(draws));

    /// <param name="worth">The greater the better; equal ones are put in order by lot.</param>
    public void Add(ReadOnlySpan<double> worth)
    {
        for (var entry = 0; entry < keys.Length; entry++)
        {
            (keys[entry], order[entry]) = (-worth[entry], entry);
        }

        Array.Sort(keys, order);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort();
                random.Shuffle(order.AsSpan(start, end - start));
            }

            start = end;
        }

        for (var rank = 0; rank < order.Length; rank++)
        {
            counts[order[rank]][rank]++;
        }
    }

    public IReadOnlyList<RankOdds> Odds(RankDraws draws) => [.. counts.Select((count, entry) => Of(entry, count, draws))];

    private static RankOdds Of(int entry, int[] count, RankDraws draws)
    {
        var (outside, total) = ((1 - draws.Confidence) / 2 * draws.Draws, 0);
        var (low, high) = (0, 0);
        for (var rank = 1; rank <= count.Length; rank++)
        {
            total += count[rank - 1];
            low = low == 0 && total > outside ? rank : low;
            high = high == 0 && draws.Draws - total <= outside ? rank : high;
        }

        double Share(int number) => (double)number / draws.Draws;
        return new RankOdds(entry, Share(count[0]), Share(count.Take(draws.Top).Sum()), count.Select((number, rank) => Share(number) * (rank + 1)).Sum(), low, high);
    }
}
