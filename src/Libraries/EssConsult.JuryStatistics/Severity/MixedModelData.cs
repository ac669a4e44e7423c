namespace EssConsult.JuryStatistics.Severity;

/// <summary>Something whose levels are drawn from many that might have been: entries, jurors, sessions.</summary>
/// <param name="Name">For reports.</param>
/// <param name="LevelOf">The level of each mark, from 0.</param>
/// <param name="Levels">How many there are; each has at least one mark.</param>
public sealed record RandomFactor(string Name, IReadOnlyList<int> LevelOf, int Levels);

/// <summary>Marks with what may explain them.</summary>
/// <param name="Marks">y, one each; finite.</param>
/// <param name="Fixed">Columns of X, each as long as the marks: usually one column of ones, for the mean. They are linearly independent.</param>
/// <param name="Factors">One or more crossed or nested factors.</param>
public sealed record MixedModelData(IReadOnlyList<double> Marks, IReadOnlyList<IReadOnlyList<double>> Fixed, IReadOnlyList<RandomFactor> Factors)
{
    /// <summary>Marks = mean + entry + juror + chance.</summary>
    public static MixedModelData Of(IReadOnlyList<double> marks, params IReadOnlyList<RandomFactor> factors) => new(marks, [[.. marks.Select(_ => 1.0)]], factors);

    /// <exception cref="ArgumentException">Lengths differ, a level is unknown or has no mark, or there is less than one mark more than fixed columns.</exception>
    internal void Check()
    {
        if (Marks.Any(mark => !double.IsFinite(mark)) || Fixed.Any(column => column.Count != Marks.Count || column.Any(value => !double.IsFinite(value))) || Factors.Any(factor => factor.LevelOf.Count != Marks.Count))
        {
            throw new ArgumentException("As many finite values in each column as there are marks.");
        }

        if (Factors.Count == 0 || Factors.Any(factor => factor.LevelOf.Distinct().Count() != factor.Levels || factor.LevelOf.Any(level => level < 0 || level >= factor.Levels)))
        {
            throw new ArgumentException("One factor at least, and every level of it has a mark.");
        }

        if (Marks.Count <= Fixed.Count)
        {
            throw new ArgumentException("More marks than fixed columns.");
        }
    }
}

/// <summary>What is made as likely as can be.</summary>
public enum FitBy
{
    /// <summary>Restricted likelihood: variances are not too small for the fixed effects that were estimated. The default for variances.</summary>
    Reml,

    /// <summary>Likelihood: to compare models with other fixed effects.</summary>
    Ml,
}
