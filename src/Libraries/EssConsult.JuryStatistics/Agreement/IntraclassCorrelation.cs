using MathNet.Numerics.Distributions;

namespace EssConsult.JuryStatistics.Agreement;

/// <summary>Sums of squares divided by their degrees of freedom.</summary>
/// <param name="Entries">Between entries.</param>
/// <param name="Within">Within entries.</param>
/// <param name="Jurors">Between jurors.</param>
/// <param name="Residual">What neither explains.</param>
public sealed record MeanSquares(double Entries, double Within, double Jurors, double Residual);

/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record ConfidenceInterval(double Low, double High);

/// <summary>
/// The six intraclass correlations of a complete table. The first digit says how jurors came to be: 1 others for each entry, 2 drawn
/// from those that might have sat, 3 these and no others. The second is 1 for one juror's mark, k for the mean of all.
/// </summary>
/// <remarks>
/// P. Shrout and J. Fleiss, « Intraclass correlations », Psychological Bulletin 86, 1979. The interval of ICC(2,1) takes Satterthwaite's
/// degrees of freedom as K. McGraw and S. Wong give them, Psychological Methods 1, 1996.
/// </remarks>
public sealed record IntraclassCorrelation
{
    private const double Confidence = 0.95;

    public required MeanSquares MeanSquares { get; init; }

    public required double Icc11 { get; init; }

    public required double Icc21 { get; init; }

    public required double Icc31 { get; init; }

    public required double Icc1k { get; init; }

    public required double Icc2k { get; init; }

    public required double Icc3k { get; init; }

    /// <summary>Of <see cref="Icc21"/>, at 95 %.</summary>
    public required ConfidenceInterval Interval21 { get; init; }

    /// <summary>Of <see cref="Icc2k"/>, at 95 %, by Spearman and Brown from the other's limits.</summary>
    public required ConfidenceInterval Interval2k { get; init; }

    /// <summary>Whether entries differ at all: mean squares of entries by those of the residual.</summary>
    public required double F { get; init; }

    /// <summary>Probability of such an F, or a larger one, if entries did not differ.</summary>
    public required double P { get; init; }

    /// <returns><see langword="null"/> where the marks do not vary.</returns>
    /// <exception cref="ArgumentException">Fewer than two entries or jurors, or a hole in the table: use the variance components then.</exception>
    public static IntraclassCorrelation? Of(MarkTable table)
    {
        var (n, k) = (table.Entries, table.Jurors);
        if (n < 2 || k < 2 || !table.IsComplete)
        {
            throw new ArgumentException("Two entries, two jurors and no hole at least.", nameof(table));
        }

        var squares = SquaresOf(table);
        var (b, w, j, e) = (squares.Entries, squares.Within, squares.Jurors, squares.Residual);
        if (b == 0 && w == 0)
        {
            return null;
        }

        var icc21 = (b - e) / (b + ((k - 1) * e) + (k * (j - e) / n));
        var interval = Interval(squares, icc21, n, k);
        return new IntraclassCorrelation
        {
            MeanSquares = squares, Icc11 = (b - w) / (b + ((k - 1) * w)), Icc21 = icc21, Icc31 = (b - e) / (b + ((k - 1) * e)),
            Icc1k = (b - w) / b, Icc2k = (b - e) / (b + ((j - e) / n)), Icc3k = (b - e) / b,
            Interval21 = interval, Interval2k = new(OfMean(interval.Low, k), OfMean(interval.High, k)),
            F = b / e, P = 1 - FisherSnedecor.CDF(n - 1, (n - 1) * (k - 1), b / e),
        };
    }

    private static MeanSquares SquaresOf(MarkTable table)
    {
        var (n, k) = (table.Entries, table.Jurors);
        var entries = Enumerable.Range(0, n).Select(entry => table.Of(entry).Average()).ToArray();
        var jurors = Enumerable.Range(0, k).Select(juror => Enumerable.Range(0, n).Average(entry => table[entry, juror]!.Value)).ToArray();
        var mean = entries.Average();
        var between = k * entries.Sum(value => Square(value - mean));
        var byJuror = n * jurors.Sum(value => Square(value - mean));
        var within = Enumerable.Range(0, n).Sum(entry => table.Of(entry).Sum(mark => Square(mark - entries[entry])));
        return new MeanSquares(between / (n - 1), within / (n * (k - 1)), byJuror / (k - 1), (within - byJuror) / ((n - 1) * (k - 1)));
    }

    private static ConfidenceInterval Interval(MeanSquares squares, double icc, int n, int k)
    {
        var (b, j, e) = (squares.Entries, squares.Jurors, squares.Residual);
        var (a, c) = (k * icc / (n * (1 - icc)), 1 + (k * icc * (n - 1) / (n * (1 - icc))));
        var freedom = Square((a * j) + (c * e)) / ((Square(a * j) / (k - 1)) + (Square(c * e) / ((n - 1) * (k - 1))));
        var (low, high) = (FisherSnedecor.InvCDF(n - 1, freedom, (1 + Confidence) / 2), FisherSnedecor.InvCDF(freedom, n - 1, (1 + Confidence) / 2));
        var spread = (k * j) + (((k * n) - k - n) * e);
        return new(n * (b - (low * e)) / ((low * spread) + (n * b)), n * ((high * b) - e) / (spread + (n * high * b)));
    }

    private static double OfMean(double single, int k) => k * single / (1 + ((k - 1) * single));

    private static double Square(double value) => value * value;
}
