using MathNet.Numerics.Distributions;

namespace EssConsult.JuryStatistics.Agreement;

/// <summary>Kendall's coefficient of concordance, corrected for ties: 0 when rankings have nothing in common, 1 when they are the same.</summary>
/// <param name="W">0 to 1.</param>
/// <param name="ChiSquare">With as many degrees of freedom as there are entries, less one.</param>
/// <param name="P">Probability of such a concordance, or a larger one, by chance; an approximation that wants seven entries or more.</param>
/// <remarks>M. Kendall and B. Babington Smith, « The problem of m rankings », Annals of Mathematical Statistics 10, 1939.</remarks>
public sealed record KendallW(double W, double ChiSquare, double P)
{
    /// <returns><see langword="null"/> where every juror gives one mark only.</returns>
    /// <exception cref="ArgumentException">Fewer than two entries or jurors, or a hole in the table.</exception>
    public static KendallW? Of(MarkTable table)
    {
        var (n, m) = (table.Entries, table.Jurors);
        if (n < 2 || m < 2 || !table.IsComplete)
        {
            throw new ArgumentException("Two entries, two jurors and no hole at least.", nameof(table));
        }

        var sums = new double[n];
        double ties = 0;
        for (var juror = 0; juror < m; juror++)
        {
            var marks = Enumerable.Range(0, n).Select(entry => table[entry, juror]!.Value).ToArray();
            foreach (var (entry, rank) in MidRanks(marks).Index())
            {
                sums[entry] += rank;
            }

            ties += marks.GroupBy(mark => mark).Sum(group => Cube(group.Count()) - group.Count());
        }

        var mean = sums.Average();
        var most = (m * m * (Cube(n) - n)) - (m * ties);
        if (most == 0)
        {
            return null;
        }

        var w = 12 * sums.Sum(sum => (sum - mean) * (sum - mean)) / most;
        var chiSquare = m * (n - 1) * w;
        return new KendallW(w, chiSquare, 1 - ChiSquared.CDF(n - 1, chiSquare));
    }

    /// <summary>From 1 for the smallest; equal marks share the middle of their places.</summary>
    private static double[] MidRanks(double[] marks)
    {
        var sorted = marks.Order().ToArray();
        return Array.ConvertAll(marks, mark => (Array.IndexOf(sorted, mark) + Array.LastIndexOf(sorted, mark) + 2) / 2.0);
    }

    private static double Cube(double value) => value * value * value;
}
