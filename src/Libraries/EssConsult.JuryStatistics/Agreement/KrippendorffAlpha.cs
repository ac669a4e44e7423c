namespace EssConsult.JuryStatistics.Agreement;

/// <summary>What a difference between two marks means (Krippendorff 2011, § C).</summary>
public enum MarkLevel
{
    /// <summary>Names: alike or not.</summary>
    Nominal,

    /// <summary>Ranks: how many marks lie between the two.</summary>
    Ordinal,

    /// <summary>Degrees with equal steps: the square of the difference.</summary>
    Interval,

    /// <summary>Amounts with a true zero: the difference in proportion to the sum.</summary>
    Ratio,
}

/// <summary>
/// Krippendorff's alpha = 1 − Do ÷ De: 1 when all agree, 0 when they agree as chance would have it, below 0 when they contradict one
/// another. It takes any number of jurors, holes, and each level of measurement.
/// </summary>
/// <remarks>K. Krippendorff, « Computing Krippendorff's Alpha-Reliability », University of Pennsylvania, 2011.</remarks>
public static class KrippendorffAlpha
{
    /// <returns>
    /// <see langword="null"/> where alpha has no meaning: no entry has two marks, or every mark is the same, so that nobody could have disagreed.
    /// </returns>
    /// <exception cref="ArgumentException">A negative mark at the level <see cref="MarkLevel.Ratio"/>.</exception>
    public static double? Of(MarkTable table, MarkLevel level)
    {
        // An entry with a single mark says nothing of agreement.
        var entries = Enumerable.Range(0, table.Entries).Select(entry => table.Of(entry).ToArray()).Where(marks => marks.Length >= 2).ToList();
        var values = entries.SelectMany(marks => marks).Distinct().Order().ToArray();
        if (values.Length < 2)
        {
            return null;
        }

        if (level == MarkLevel.Ratio && values[0] < 0)
        {
            throw new ArgumentException("A ratio scale has no negative marks.", nameof(table));
        }

        var coincidences = Coincidences(entries, values);
        var sums = coincidences.Select(row => row.Sum()).ToArray();
        var total = sums.Sum();
        double observed = 0, expected = 0;
        for (var c = 0; c < values.Length; c++)
        {
            for (var k = 0; k < values.Length; k++)
            {
                var distance = Distance(level, values, sums, c, k);
                observed += coincidences[c][k] * distance;
                expected += sums[c] * sums[k] * distance;
            }
        }

        return 1 - (observed * (total - 1) / expected);
    }

    /// <summary>How often two marks meet in one entry; each entry weighs as many marks as it has.</summary>
    private static double[][] Coincidences(List<double[]> entries, double[] values)
    {
        var counts = values.Select(_ => new double[values.Length]).ToArray();
        foreach (var marks in entries)
        {
            var places = Array.ConvertAll(marks, mark => Array.BinarySearch(values, mark));
            for (var one = 0; one < places.Length; one++)
            {
                for (var other = 0; other < places.Length; other++)
                {
                    if (one != other)
                    {
                        counts[places[one]][places[other]] += 1.0 / (places.Length - 1);
                    }
                }
            }
        }

        return counts;
    }

    private static double Distance(MarkLevel level, double[] values, double[] sums, int c, int k)
    {
        if (c == k)
        {
            return 0;
        }

        var distance = level switch
        {
            MarkLevel.Nominal => 1,
            MarkLevel.Ordinal => sums[Math.Min(c, k)..(Math.Max(c, k) + 1)].Sum() - ((sums[c] + sums[k]) / 2),
            MarkLevel.Interval => values[c] - values[k],
            _ => (values[c] - values[k]) / (values[c] + values[k]),
        };
        return distance * distance;
    }
}
