namespace EssConsult.JuryStatistics.Severity;

/// <summary>
/// Sums over the marks that do not depend on the variances, so that each evaluation costs no more than the levels do. The factor with
/// the most levels stands apart: its block is diagonal and is eliminated by hand.
/// </summary>
internal sealed class CrossProducts
{
    public CrossProducts(MixedModelData data)
    {
        Data = data;
        First = Enumerable.Range(0, data.Factors.Count).MaxBy(factor => data.Factors[factor].Levels);
        Others = [.. Enumerable.Range(0, data.Factors.Count).Where(factor => factor != First)];
        Offsets = [.. Others.Select((_, index) => Others.Take(index).Sum(factor => data.Factors[factor].Levels))];
        Random = Others.Sum(factor => data.Factors[factor].Levels);
        Size = Random + data.Fixed.Count;
        var levels = data.Factors[First].Levels;
        (FirstCounts, FirstSums, Sums, Dense) = (new double[levels], new double[levels], new double[Size], new double[Size, Size]);
        var sparse = Enumerable.Range(0, levels).Select(_ => new Dictionary<int, double>()).ToArray();
        var columns = new (int Column, double Value)[Others.Length + data.Fixed.Count];
        for (var mark = 0; mark < data.Marks.Count; mark++)
        {
            Read(mark, columns);
            var level = data.Factors[First].LevelOf[mark];
            FirstCounts[level]++;
            FirstSums[level] += data.Marks[mark];
            SquareSum += data.Marks[mark] * data.Marks[mark];
            foreach (var (column, value) in columns)
            {
                sparse[level][column] = sparse[level].GetValueOrDefault(column) + value;
                Sums[column] += value * data.Marks[mark];
                foreach (var (other, factor) in columns)
                {
                    Dense[column, other] += value * factor;
                }
            }
        }

        Beside = [.. sparse.Select(row => row.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)).ToArray())];
    }

    public MixedModelData Data { get; }

    /// <summary>The number of the factor that is eliminated.</summary>
    public int First { get; }

    /// <summary>The other factors, in order.</summary>
    public int[] Others { get; }

    /// <summary>Where the levels of each of the others begin.</summary>
    public int[] Offsets { get; }

    /// <summary>Levels of all other factors.</summary>
    public int Random { get; }

    /// <summary>… and the fixed columns behind them.</summary>
    public int Size { get; }

    /// <summary>Marks of each level of the first factor.</summary>
    public double[] FirstCounts { get; }

    public double[] FirstSums { get; }

    /// <summary>For each level of the first factor, what stands beside it: columns and their sums.</summary>
    public (int Column, double Sum)[][] Beside { get; }

    public double[,] Dense { get; }

    public double[] Sums { get; }

    public double SquareSum { get; }

    private void Read(int mark, (int Column, double Value)[] columns)
    {
        foreach (var (index, factor) in Others.Index())
        {
            columns[index] = (Offsets[index] + Data.Factors[factor].LevelOf[mark], 1);
        }

        for (var column = 0; column < Data.Fixed.Count; column++)
        {
            columns[Others.Length + column] = (Random + column, Data.Fixed[column][mark]);
        }
    }
}
