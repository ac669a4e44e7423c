namespace EssConsult.JuryStatistics.Severity;

/// <summary>
/// The best effects for given ratios of standard deviations: penalised least squares, solved by a Cholesky factor of what remains after
/// the first factor was eliminated.
/// </summary>
/// <remarks>D. Bates, M. Mächler, B. Bolker and S. Walker, « Fitting Linear Mixed-Effects Models Using lme4 », Journal of Statistical Software 67(1), 2015, § 3.</remarks>
internal sealed class PenalizedFit
{
    private readonly CrossProducts sums;
    private readonly double[] theta;
    private readonly double[] scale;
    private readonly double[][] factor;
    private readonly double[] halfSolved;
    private double firstExplained;

    /// <param name="sums">Of the marks.</param>
    /// <param name="theta">Of each factor, its standard deviation divided by the residual one.</param>
    public PenalizedFit(CrossProducts sums, IReadOnlyList<double> theta)
    {
        (this.sums, this.theta) = (sums, [.. theta]);
        scale = [.. sums.Others.SelectMany(which => Enumerable.Repeat(theta[which], sums.Data.Factors[which].Levels)), .. Enumerable.Repeat(1.0, sums.Data.Fixed.Count)];
        var (matrix, right) = Reduce();
        factor = Cholesky.Factor(matrix);
        halfSolved = Cholesky.Forward(factor, right);
        LogDeterminantRandom += 2 * Enumerable.Range(0, sums.Random).Sum(row => Math.Log(factor[row][row]));
        LogDeterminantFixed = 2 * Enumerable.Range(sums.Random, sums.Data.Fixed.Count).Sum(row => Math.Log(factor[row][row]));
        PenalizedResiduals = sums.SquareSum - firstExplained - halfSolved.Sum(value => value * value);
    }

    /// <summary>log |Λ'Z'ZΛ + I|.</summary>
    public double LogDeterminantRandom { get; private set; }

    /// <summary>log |X'V⁻¹X|, in units of the residual variance.</summary>
    public double LogDeterminantFixed { get; }

    /// <summary>r²: squares of residuals and of standardised effects.</summary>
    public double PenalizedResiduals { get; }

    /// <summary>Minus twice the logarithm of the (restricted) likelihood, at its best over mean and residual variance.</summary>
    public double Objective(FitBy by)
    {
        var (n, p) = (sums.Data.Marks.Count, sums.Data.Fixed.Count);
        var free = by == FitBy.Reml ? n - p : n;
        return LogDeterminantRandom + (by == FitBy.Reml ? LogDeterminantFixed : 0) + (free * (1 + Math.Log(2 * Math.PI * PenalizedResiduals / free)));
    }

    public double ResidualVariance(FitBy by) => PenalizedResiduals / (sums.Data.Marks.Count - (by == FitBy.Reml ? sums.Data.Fixed.Count : 0));

    /// <summary>Effects of each factor's levels, in its own order, and the fixed effects.</summary>
    public (double[][] Effects, double[] Fixed) Solve()
    {
        var solution = Cholesky.Backward(factor, halfSolved);
        var effects = new double[theta.Length][];
        foreach (var (index, which) in sums.Others.Index())
        {
            effects[which] = [.. solution.AsSpan(sums.Offsets[index], sums.Data.Factors[which].Levels).ToArray().Select(value => value * theta[which])];
        }

        var first = theta[sums.First];
        effects[sums.First] = [.. sums.FirstSums.Select((sum, level) => first * first * (sum - sums.Beside[level].Sum(pair => pair.Sum * scale[pair.Column] * solution[pair.Column])) / Diagonal(level))];
        return (effects, solution[sums.Random..]);
    }

    /// <summary>Variances of the fixed effects, for a residual variance of 1.</summary>
    public double[] FixedVariances()
    {
        var p = sums.Data.Fixed.Count;
        return [.. Enumerable.Range(0, p).Select(column =>
        {
            var unit = new double[sums.Size];
            unit[sums.Random + column] = 1;
            return Cholesky.Forward(factor, unit).Sum(value => value * value);
        })];
    }

    /// <summary>Deviations of one factor's levels from their effects, drawn with the covariances of Henderson's inverse, for a residual variance of 1.</summary>
    /// <param name="which">The factor.</param>
    /// <param name="normal">Independent draws with mean 0 and variance 1.</param>
    public double[] Deviations(int which, Func<double> normal)
    {
        // The inverse is never formed: what remains after the elimination is drawn by its factor, and the first factor given that.
        var others = Cholesky.Backward(factor, [.. Enumerable.Range(0, sums.Size).Select(_ => normal())]);
        if (which != sums.First)
        {
            return [.. others.AsSpan(sums.Offsets[Array.IndexOf(sums.Others, which)], sums.Data.Factors[which].Levels).ToArray().Select(value => value * theta[which])];
        }

        return [.. sums.Beside.Select((beside, level) =>
        {
            double given = 0;
            foreach (var (column, sum) in beside)
            {
                given += sum * scale[column] * others[column];
            }

            return theta[which] * ((normal() / Math.Sqrt(Diagonal(level))) - (theta[which] * given / Diagonal(level)));
        })];
    }

    private double Diagonal(int level) => (theta[sums.First] * theta[sums.First] * sums.FirstCounts[level]) + 1;

    private (double[][] Matrix, double[] Right) Reduce()
    {
        var matrix = new double[sums.Size][];
        var right = new double[sums.Size];
        for (var row = 0; row < sums.Size; row++)
        {
            matrix[row] = new double[row + 1];
            right[row] = scale[row] * sums.Sums[row];
            for (var column = 0; column <= row; column++)
            {
                matrix[row][column] = scale[row] * scale[column] * sums.Dense[row, column];
            }

            matrix[row][row] += row < sums.Random ? 1 : 0;
        }

        var square = theta[sums.First] * theta[sums.First];
        for (var level = 0; level < sums.FirstCounts.Length; level++)
        {
            var diagonal = Diagonal(level);
            LogDeterminantRandom += Math.Log(diagonal);
            firstExplained += square * sums.FirstSums[level] * sums.FirstSums[level] / diagonal;
            var beside = sums.Beside[level];
            for (var one = 0; one < beside.Length; one++)
            {
                var (row, weight) = (beside[one].Column, square * scale[beside[one].Column] * beside[one].Sum / diagonal);
                right[row] -= weight * sums.FirstSums[level];
                for (var other = 0; other <= one; other++)
                {
                    matrix[row][beside[other].Column] -= weight * scale[beside[other].Column] * beside[other].Sum;
                }
            }
        }

        return (matrix, right);
    }
}
