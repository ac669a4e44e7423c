using EssConsult.JuryStatistics.Agreement;

namespace EssConsult.JuryStatistics.Robustness;

/// <summary>
/// Ranks by mean mark, had the jury been another one of the same kind. Where every juror marked every entry, jurors are drawn anew with
/// replacement; where there are holes, which drawing would empty, each juror gets a random weight instead.
/// </summary>
/// <remarks>B. Efron, « Bootstrap methods », Annals of Statistics 7, 1979; D. Rubin, « The Bayesian bootstrap », Annals of Statistics 9, 1981, with weights Exp(1).</remarks>
public static class JurorBootstrap
{
    /// <returns>By entry.</returns>
    /// <exception cref="ArgumentException">An entry without a mark, or draws out of range.</exception>
    public static IReadOnlyList<RankOdds> Of(MarkTable table, RankDraws draws)
    {
        RankTally.Checked(draws);
        if (Enumerable.Range(0, table.Entries).Any(entry => !table.Of(entry).Any()))
        {
            throw new ArgumentException("Every entry has a mark.", nameof(table));
        }

        var random = new SplitMix64(draws.Seed);
        var tally = new RankTally(table.Entries, random);
        var (weights, worth) = (new double[table.Jurors], new double[table.Entries]);
        for (var draw = 0; draw < draws.Draws; draw++)
        {
            Weigh(weights, table.IsComplete, random);
            for (var entry = 0; entry < worth.Length; entry++)
            {
                worth[entry] = Mean(table, entry, weights);
            }

            tally.Add(worth);
        }

        return tally.Odds(draws);
    }

    private static void Weigh(double[] weights, bool complete, SplitMix64 random)
    {
        Array.Clear(weights);
        for (var juror = 0; juror < weights.Length; juror++)
        {
            if (complete)
            {
                weights[random.Below(weights.Length)]++;
            }
            else
            {
                weights[juror] = random.Exponential();
            }
        }
    }

    private static double Mean(MarkTable table, int entry, double[] weights)
    {
        double sum = 0, weight = 0;
        for (var juror = 0; juror < weights.Length; juror++)
        {
            if (table[entry, juror] is { } mark)
            {
                sum += weights[juror] * mark;
                weight += weights[juror];
            }
        }

        return sum / weight;
    }
}
