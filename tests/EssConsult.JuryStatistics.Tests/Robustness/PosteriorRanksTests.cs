using EssConsult.JuryStatistics.Robustness;
using EssConsult.JuryStatistics.Severity;
using MathNet.Numerics.LinearAlgebra;

namespace EssConsult.JuryStatistics.Tests.Robustness;

/// <summary>Intervals of ranks from the fit: the covariances exactly, and how often they hold the truth.</summary>
public sealed class PosteriorRanksTests
{
    [Theory]
    [InlineData(9, 4)]
    [InlineData(4, 9)]
    public void Draws_have_the_covariances_of_hendersons_inverse(int entries, int jurors)
    {
        var (data, _) = Simulated(new SplitMix64(4), entries, jurors, each: 3);
        double[] theta = [1.3, 0.6];
        var fit = new PenalizedFit(new CrossProducts(data), theta);

        // Deviations are linear in their normals: each one alone gives a column of the matrix whose square is the covariance.
        var size = entries + jurors + 1;
        var columns = Enumerable.Range(0, size).Select(unit => (Unit: unit, Next: new int[1])).Select(draw => fit.Deviations(0, () => draw.Next[0]++ == draw.Unit ? 1 : 0));
        var found = Matrix<double>.Build.DenseOfColumns(columns);

        (found * found.Transpose() - Henderson(data, theta).SubMatrix(0, entries, 0, entries)).Enumerate().ShouldAllBe(difference => Math.Abs(difference) < 1e-10);
    }

    [Fact]
    public void Nine_intervals_in_ten_hold_the_true_rank()
    {
        const int Runs = 200, Entries = 40;
        var (random, held, width, first) = (new SplitMix64(2026), 0, 0, 0.0);
        for (var run = 0; run < Runs; run++)
        {
            var (data, worth) = Simulated(random, Entries, jurors: 12, each: 4);
            var odds = PosteriorRanks.Of(data, MixedModel.Fit(data), 0, new RankDraws((ulong)run, Draws: 1000));
            foreach (var entry in odds)
            {
                var rank = 1 + worth.Count(other => other > worth[entry.Entry]);
                held += entry.Low <= rank && rank <= entry.High ? 1 : 0;
                width += entry.High - entry.Low + 1;
                first += rank == 1 ? entry.First : 0;
            }
        }

        var coverage = (double)held / (Runs * Entries);
        TestContext.Current.TestOutputHelper!.WriteLine($"coverage {coverage:0.000}, mean width {(double)width / (Runs * Entries):0.0} of {Entries}, probability that the best is first {first / Runs:0.00}");
        coverage.ShouldBeInRange(0.88, 0.94);
    }

    [Fact]
    public void The_same_seed_gives_the_same_odds_and_they_add_up()
    {
        var (data, _) = Simulated(new SplitMix64(9), 20, 8, each: 4);
        var fit = MixedModel.Fit(data);

        var (odds, again, other) = (PosteriorRanks.Of(data, fit, 0, new RankDraws(5)), PosteriorRanks.Of(data, fit, 0, new RankDraws(5)), PosteriorRanks.Of(data, fit, 0, new RankDraws(6)));

        again.ShouldBe(odds);
        other.ShouldNotBe(odds);
        (odds.Sum(entry => entry.First), odds.Sum(entry => entry.Top), odds.Sum(entry => entry.Expected)).ShouldSatisfyAllConditions(
            sums => sums.Item1.ShouldBe(1, 1e-9), sums => sums.Item2.ShouldBe(3, 1e-9), sums => sums.Item3.ShouldBe(210, 1e-9));
        odds.ShouldAllBe(entry => entry.Low >= 1 && entry.Low <= entry.Expected && entry.Expected <= entry.High && entry.High <= 20 && entry.First <= entry.Top);
        odds.MaxBy(entry => fit.Effects[0][entry.Entry])!.Expected.ShouldBe(odds.Min(entry => entry.Expected));
    }

    [Fact]
    public void Entries_that_do_not_differ_may_each_be_first()
    {
        var (data, _) = Simulated(new SplitMix64(9), 10, 5, each: 3);
        var flat = MixedModel.Fit(data) with { StandardDeviations = [0, 1], Effects = [new double[10], new double[5]] };

        PosteriorRanks.Of(data, flat, 0, new RankDraws(1)).ShouldAllBe(entry => entry.First > 0.07 && entry.First < 0.13 && entry.Low == 1 && entry.High == 10);
        Should.Throw<ArgumentException>(() => PosteriorRanks.Of(data, flat with { ResidualDeviation = 0 }, 0, new RankDraws(1)));
        Should.Throw<ArgumentException>(() => PosteriorRanks.Of(data, flat, 0, new RankDraws(1, Draws: 0)));
    }

    /// <summary>Entries, jurors, mean; the effects in their own units.</summary>
    private static Matrix<double> Henderson(MixedModelData data, double[] theta)
    {
        var (entries, jurors) = (data.Factors[0].Levels, data.Factors[1].Levels);
        var design = Matrix<double>.Build.Dense(data.Marks.Count, entries + jurors + 1, (mark, column) =>
            column == data.Factors[0].LevelOf[mark] || column == entries + data.Factors[1].LevelOf[mark] || column == entries + jurors ? 1 : 0);
        var penalty = Matrix<double>.Build.DenseOfDiagonalArray([.. Enumerable.Repeat(1 / (theta[0] * theta[0]), entries), .. Enumerable.Repeat(1 / (theta[1] * theta[1]), jurors), 0]);
        return (design.TransposeThisAndMultiply(design) + penalty).Inverse();
    }

    /// <summary>Variances of entries, jurors and chance: 1.28, 0.24, 1.27, as published for NIPS 2014.</summary>
    private static (MixedModelData Data, double[] Worth) Simulated(SplitMix64 random, int entries, int jurors, int each)
    {
        double[] worth = [.. Enumerable.Range(0, entries).Select(_ => random.Normal() * Math.Sqrt(1.28))], severity = [.. Enumerable.Range(0, jurors).Select(_ => random.Normal() * Math.Sqrt(0.24))];
        List<(int Entry, int Juror)> sheets = [.. Enumerable.Range(0, entries).SelectMany(entry => Enumerable.Range(0, jurors).OrderBy(juror => juror == entry % jurors ? -1 : random.Uniform()).Take(each).Select(juror => (entry, juror)))];
        sheets.AddRange(Enumerable.Range(0, jurors).Where(juror => sheets.TrueForAll(sheet => sheet.Juror != juror)).Select(juror => (0, juror)).ToList());
        return (MixedModelData.Of(
            [.. sheets.Select(sheet => 5 + worth[sheet.Entry] - severity[sheet.Juror] + (random.Normal() * Math.Sqrt(1.27)))],
            new RandomFactor("entry", [.. sheets.Select(sheet => sheet.Entry)], entries), new RandomFactor("juror", [.. sheets.Select(sheet => sheet.Juror)], jurors)), worth);
    }
}
