using EssConsult.JuryStatistics.Agreement;
using EssConsult.JuryStatistics.Severity;

namespace EssConsult.JuryStatistics.Robustness;

/// <summary>What an entry is ranked by.</summary>
public enum MeanKind
{
    /// <summary>The mean of its marks.</summary>
    Raw,

    /// <summary>Its effect once the severity of its jurors is taken off, by <see cref="MixedModel"/>.</summary>
    Corrected,
}

/// <summary>Means of a table's entries, with all jurors or without one. The ratios of variances are those of all marks: a juror's absence says nothing of them.</summary>
internal sealed class EntryMeans
{
    // What sums of doubles leave behind decides no rank.
    private const int Digits = 9;

    private readonly List<(int Entry, int Juror, double Mark)> marks;
    private readonly int entries;
    private readonly double[]? ratios;

    public EntryMeans(MarkTable table, MeanKind kind)
    {
        entries = table.Entries;
        marks =
        [
            .. from entry in Enumerable.Range(0, table.Entries) from juror in Enumerable.Range(0, table.Jurors)
               where table[entry, juror] is not null select (entry, juror, table[entry, juror]!.Value),
        ];

        // Equal marks have no variances to estimate, and rank the same either way.
        if (kind == MeanKind.Corrected && marks.DistinctBy(mark => mark.Mark).Skip(1).Any() && MixedModel.Fit(Data(marks)) is { ResidualDeviation: > 0 } fit)
        {
            ratios = [.. fit.StandardDeviations.Select(deviation => deviation / fit.ResidualDeviation)];
        }
    }

    /// <summary>From 1; equal ones share it, and what has no mark comes last.</summary>
    /// <param name="without">A juror who is left out; none by default.</param>
    public int[] Ranks(int without = -1)
    {
        var rounded = Array.ConvertAll(Means([.. marks.Where(mark => mark.Juror != without)]), mean => mean is { } value ? Math.Round(value, Digits) : double.NegativeInfinity);
        var places = new Dictionary<double, int>();
        foreach (var (place, mean) in rounded.OrderDescending().Index())
        {
            places.TryAdd(mean, place + 1);
        }

        return Array.ConvertAll(rounded, mean => places[mean]);
    }

    private double?[] Means(List<(int Entry, int Juror, double Mark)> given)
    {
        var means = new double?[entries];
        if (ratios is null || given.Count == 0)
        {
            foreach (var entry in given.GroupBy(mark => mark.Entry))
            {
                means[entry.Key] = entry.Average(mark => mark.Mark);
            }

            return means;
        }

        var data = Data(given);
        var (effects, _) = new PenalizedFit(new CrossProducts(data), ratios).Solve();
        foreach (var (mark, level) in given.Zip(data.Factors[0].LevelOf))
        {
            means[mark.Entry] = effects[0][level];
        }

        return means;
    }

    private static MixedModelData Data(List<(int Entry, int Juror, double Mark)> marks) => MixedModelData.Of(
        [.. marks.Select(mark => mark.Mark)], Factor("entry", marks.Select(mark => mark.Entry)), Factor("juror", marks.Select(mark => mark.Juror)));

    private static RandomFactor Factor(string name, IEnumerable<int> numbers)
    {
        var all = numbers.ToList();
        var levels = all.Distinct().Order().Select((number, level) => (number, level)).ToDictionary(pair => pair.number, pair => pair.level);
        return new RandomFactor(name, [.. all.Select(number => levels[number])], levels.Count);
    }
}
