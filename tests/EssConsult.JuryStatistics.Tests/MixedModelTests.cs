using System.Diagnostics;
using CsCheck;
using EssConsult.JuryStatistics.Severity;

namespace EssConsult.JuryStatistics.Tests;

/// <summary>Severity of jurors: the fit against closed forms, recovery of what was simulated, and its cost.</summary>
public sealed class MixedModelTests
{
    /// <summary>With every juror on every entry the restricted likelihood has its maximum at the mean squares (S. Searle, G. Casella and C. McCulloch, « Variance Components », 1992, § 4.7).</summary>
    [Fact]
    public void A_complete_table_gives_the_variances_of_its_mean_squares()
    {
        double[][] table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
        var (entries, jurors, residual) = (11.241667, 32.486111, 1.019444);

        var fit = MixedModel.Fit(Crossed(table));

        fit.FixedEffects.ShouldHaveSingleItem().ShouldBe(table.SelectMany(row => row).Average(), 1e-9);
        fit.StandardDeviations[0].ShouldBe(Math.Sqrt((entries - residual) / 4), 1e-4);
        fit.StandardDeviations[1].ShouldBe(Math.Sqrt((jurors - residual) / 6), 1e-4);
        fit.ResidualDeviation.ShouldBe(Math.Sqrt(residual), 1e-4);
        fit.StandardErrors.ShouldHaveSingleItem().ShouldBe(Math.Sqrt((entries + jurors - residual) / 24), 1e-4);

        // Henderson's shrinkage of an entry that all four jurors marked.
        var shrunk = (entries - residual) / entries * (table[0].Average() - table.SelectMany(row => row).Average());
        fit.Effects[0][0].ShouldBe(shrunk, 1e-3);
    }

    [Fact]
    public void Jurors_who_do_not_differ_have_no_severity()
    {
        var random = new Random(3);
        var worth = Enumerable.Range(0, 30).Select(_ => random.NextDouble() * 10).ToArray();
        var marks = (from entry in Enumerable.Range(0, 30) from juror in Enumerable.Range(0, 4) select (entry, juror, mark: worth[entry] + (random.NextDouble() * (juror % 2 == 0 ? 0.5 : -0.5) * (entry % 2 == 0 ? 1 : -1)))).ToList();

        var fit = MixedModel.Fit(MixedModelData.Of([.. marks.Select(mark => mark.mark)], new RandomFactor("entry", [.. marks.Select(mark => mark.entry)], 30), new RandomFactor("juror", [.. marks.Select(mark => mark.juror)], 4)));

        fit.StandardDeviations[1].ShouldBeLessThan(0.1);
        fit.Effects[1].ShouldAllBe(severity => Math.Abs(severity) < 0.1);
    }

    [Fact]
    public void The_order_of_marks_and_of_factors_does_not_matter() => Gen.Int.Sample(
        seed =>
        {
            var (data, _) = Simulated(new Random(seed), entries: 12, jurors: 5, each: 3, 1, 0.6, 0.8);
            var order = Enumerable.Range(0, data.Marks.Count).ToArray();
            new Random(seed + 1).Shuffle(order);
            var other = MixedModelData.Of([.. order.Select(mark => data.Marks[mark])], [.. data.Factors.Reverse().Select(factor => factor with { LevelOf = [.. order.Select(mark => factor.LevelOf[mark])] })]);

            MixedModel.Fit(other).Objective.ShouldBe(MixedModel.Fit(data).Objective, 1e-5);
        },
        iter: 20);

    /// <summary>Variances near those that were published for NIPS 2014: entries 1.28, reviewers 0.24, chance 1.27.</summary>
    [Fact]
    public void What_was_simulated_is_found_again_on_average()
    {
        var random = new Random(2014);
        var found = new List<double[]>();
        for (var run = 0; run < 40; run++)
        {
            var (data, _) = Simulated(random, entries: 120, jurors: 40, each: 4, 1.28, 0.24, 1.27);
            var fit = MixedModel.Fit(data);
            found.Add([fit.StandardDeviations[0] * fit.StandardDeviations[0], fit.StandardDeviations[1] * fit.StandardDeviations[1], fit.ResidualDeviation * fit.ResidualDeviation]);
        }

        found.Average(variances => variances[0]).ShouldBe(1.28, 0.12);
        found.Average(variances => variances[1]).ShouldBe(0.24, 0.05);
        found.Average(variances => variances[2]).ShouldBe(1.27, 0.06);
    }

    [Fact]
    public void Correcting_severity_comes_closer_to_the_truth_than_the_plain_mean()
    {
        var random = new Random(1);
        var (corrected, plain) = (0.0, 0.0);
        for (var run = 0; run < 20; run++)
        {
            var (data, worth) = Simulated(random, entries: 60, jurors: 12, each: 4, 1, 2, 0.2);
            var fit = MixedModel.Fit(data);
            corrected += Squares(worth, [.. fit.Effects[0]]);
            var mean = data.Marks.Average();
            plain += Squares(worth, [.. Enumerable.Range(0, 60).Select(entry => data.Marks.Where((_, mark) => data.Factors[0].LevelOf[mark] == entry).Average() - mean)]);
        }

        corrected.ShouldBeLessThan(plain / 2);
    }

    [Fact]
    public void Seventy_three_thousand_marks_of_four_thousand_levels_are_fitted_in_half_a_minute()
    {
        var random = new Random(7);
        int[] levels = [2972, 1128, 14];
        var effects = levels.Select(count => Enumerable.Range(0, count).Select(_ => Normal(random) * 0.4).ToArray()).ToArray();
        var places = Enumerable.Range(0, 73_421).Select(mark => levels.Select(count => mark < count ? mark : random.Next(count)).ToArray()).ToArray();
        double[] service = [.. places.Select(_ => (double)random.Next(2))];
        double[] marks = [.. places.Select((place, mark) => 3 + (0.2 * service[mark]) + effects.Select((factor, which) => factor[place[which]]).Sum() + (Normal(random) * 1.2))];
        var started = Stopwatch.GetTimestamp();

        var fit = MixedModel.Fit(new MixedModelData(marks, [[.. marks.Select(_ => 1.0)], service], [.. levels.Select((count, which) => new RandomFactor($"{which}", [.. places.Select(place => place[which])], count))]), FitBy.Ml);

        var took = Stopwatch.GetElapsedTime(started);
        TestContext.Current.TestOutputHelper!.WriteLine($"{took.TotalSeconds:0.0} s, {fit.Evaluations} evaluations");
        fit.FixedEffects[1].ShouldBe(0.2, 0.05);
        fit.StandardDeviations.ShouldBe([0.4, 0.4, 0.4], 0.2);
        fit.ResidualDeviation.ShouldBe(1.2, 0.02);
    }

    [Fact]
    public void What_cannot_be_fitted_is_said()
    {
        Should.Throw<ArgumentException>(() => MixedModel.Fit(MixedModelData.Of([1, 2, 3], new RandomFactor("entry", [0, 1], 2))));
        Should.Throw<ArgumentException>(() => MixedModel.Fit(MixedModelData.Of([1, 2, 3], new RandomFactor("entry", [0, 1, 1], 3))));
        Should.Throw<ArgumentException>(() => MixedModel.Fit(MixedModelData.Of([1, double.NaN, 3], new RandomFactor("entry", [0, 1, 1], 2))));
        Should.Throw<ArithmeticException>(() => MixedModel.Fit(new MixedModelData([1, 2, 3, 5], [[1, 1, 1, 1], [2, 2, 2, 2]], [new RandomFactor("entry", [0, 1, 0, 1], 2)])));
    }

    [Fact]
    public void Panels_that_share_nobody_are_parts_of_their_own()
    {
        var parts = Design.Parts(5, 4, [(0, 0), (1, 0), (1, 1), (2, 2), (3, 2)]);

        parts.Select(part => $"{string.Join(',', part.Entries)}|{string.Join(',', part.Jurors)}").ShouldBe(["0,1|0,1", "2,3|2", "4|", "|3"]);
        Design.Parts(5, 4, [(0, 0), (1, 0), (1, 1), (2, 2), (3, 2), (4, 3), (0, 2), (0, 3)]).ShouldHaveSingleItem();
        Should.Throw<ArgumentOutOfRangeException>(() => Design.Parts(1, 1, [(0, 1)]));
    }

    private static double Squares(double[] worth, double[] found)
    {
        var mean = worth.Average();
        return worth.Zip(found).Sum(pair => (pair.First - mean - pair.Second) * (pair.First - mean - pair.Second));
    }

    private static MixedModelData Crossed(double[][] table) => MixedModelData.Of(
        [.. table.SelectMany(row => row)],
        new RandomFactor("entry", [.. table.SelectMany((row, entry) => row.Select(_ => entry))], table.Length),
        new RandomFactor("juror", [.. table.SelectMany(row => row.Select((_, juror) => juror))], table[0].Length));

    private static (MixedModelData Data, double[] Worth) Simulated(Random random, int entries, int jurors, int each, double worthVariance, double severityVariance, double chance)
    {
        var worth = Enumerable.Range(0, entries).Select(_ => Normal(random) * Math.Sqrt(worthVariance)).ToArray();
        var severity = Enumerable.Range(0, jurors).Select(_ => Normal(random) * Math.Sqrt(severityVariance)).ToArray();

        // The first in turn, so that every juror marks; the others by lot, so that one part holds them all.
        var sheets = Enumerable.Range(0, entries).SelectMany(entry => Enumerable.Range(0, jurors).OrderBy(juror => juror == entry % jurors ? -1 : random.NextDouble()).Take(each).Select(juror => (Entry: entry, Juror: juror))).ToList();
        return (MixedModelData.Of(
            [.. sheets.Select(sheet => 5 + worth[sheet.Entry] - severity[sheet.Juror] + (Normal(random) * Math.Sqrt(chance)))],
            new RandomFactor("entry", [.. sheets.Select(sheet => sheet.Entry)], entries), new RandomFactor("juror", [.. sheets.Select(sheet => sheet.Juror)], jurors)), worth);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
