using System.Diagnostics;
using EssConsult.JuryStatistics.Agreement;
using EssConsult.JuryStatistics.Assignment;
using EssConsult.JuryStatistics.Marks;
using EssConsult.JuryStatistics.Robustness;
using EssConsult.JuryStatistics.Severity;
using EssConsult.JuryStatistics.Tests.Assignment;

namespace EssConsult.JuryStatistics.Tests;

/// <summary>What takes minutes: a million assignments, a thousand juries for the intervals of ranks, two hundred for the variances, and the cost of all results at the largest size.</summary>
[Trait("Category", "Storm")]
public sealed class ProofStorms
{
    [Fact]
    public void In_a_million_random_assignments_nobody_reads_what_they_are_recused_from()
    {
        const int Assignments = 1_000_000;
        var (forbidden, pairs, started) = (0L, 0L, Stopwatch.GetTimestamp());
        Parallel.For(0, Assignments, seed =>
        {
            var request = Instances.ByChance(seed, mostEntries: 6, mostJurors: 6, balance: seed % 2);
            var draft = ReadingAssignment.Solve(request);
            Interlocked.Add(ref pairs, draft.Pairs.Count);
            Interlocked.Add(ref forbidden, draft.Pairs.Count(request.Forbidden.Contains));
        });

        Say($"{Assignments} assignments, {pairs} readings, {forbidden} forbidden, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        forbidden.ShouldBe(0);
        pairs.ShouldBeGreaterThan(Assignments);
    }

    /// <summary>Variances as published for NIPS 2014 (entries 1.28, reviewers 0.24, chance 1.27): the mean of two hundred fits lies within its own interval at 99.9 %, and a fit's spread is that of theory.</summary>
    [Fact]
    public void The_variances_of_two_hundred_simulated_juries_are_found_within_their_interval()
    {
        const int Juries = 200;
        double[] truth = [1.28, 0.24, 1.27];
        var found = new double[Juries][];
        Parallel.For(0, Juries, run =>
        {
            var (data, _) = Simulated(new SplitMix64((ulong)run + 2014), entries: 120, jurors: 40, each: 4, truth);
            var fit = MixedModel.Fit(data);
            found[run] = [Square(fit.StandardDeviations[0]), Square(fit.StandardDeviations[1]), Square(fit.ResidualDeviation)];
        });

        for (var part = 0; part < truth.Length; part++)
        {
            var mean = found.Average(variances => variances[part]);
            var error = Math.Sqrt(found.Sum(variances => Square(variances[part] - mean)) / (Juries - 1) / Juries);
            var held = found.Count(variances => Math.Abs(variances[part] - truth[part]) <= 1.96 * error * Math.Sqrt(Juries));
            Say($"{truth[part]}: mean {mean:0.0000} ± {3.29 * error:0.0000}, {held} of {Juries} within 1.96 spreads of the truth");
            mean.ShouldBe(truth[part], 3.29 * error);
            held.ShouldBeInRange((int)(0.9 * Juries), Juries);
        }
    }

    [Fact]
    public void Nine_rank_intervals_in_ten_hold_the_true_rank_in_a_thousand_juries()
    {
        const int Juries = 1000, Entries = 40;
        var held = 0;
        Parallel.For(0, Juries, run =>
        {
            var (data, worth) = Simulated(new SplitMix64((ulong)run + 1), Entries, jurors: 12, each: 4, [1, 0.4, 0.8]);
            foreach (var entry in PosteriorRanks.Of(data, MixedModel.Fit(data), 0, new RankDraws((ulong)run, Draws: 1000)))
            {
                var rank = 1 + worth.Count(other => other > worth[entry.Entry]);
                Interlocked.Add(ref held, entry.Low <= rank && rank <= entry.High ? 1 : 0);
            }
        });

        Say($"coverage {(double)held / (Juries * Entries):0.0000}");
        ((double)held / (Juries * Entries)).ShouldBeInRange(0.88, 0.94);
    }

    [Fact]
    public void All_results_of_two_thousand_entries_two_hundred_jurors_three_readings_and_six_criteria_take_five_seconds_at_most()
    {
        const int Entries = 2000, Jurors = 200, Each = 3, Criteria = 6;
        var random = new SplitMix64(5);
        var (data, _) = Simulated(random, Entries, Jurors, Each, [1, 0.4, 0.8]);
        List<(int Entry, int Juror, double Mark)> marks = [.. data.Marks.Select((mark, number) => (data.Factors[0].LevelOf[number], data.Factors[1].LevelOf[number], mark))];
        List<ScoreSheet> sheets = [.. marks.Select(mark => new ScoreSheet(mark.Entry, [.. Enumerable.Range(0, Criteria).Select(criterion => (decimal?)Math.Clamp(Math.Round(mark.Mark + criterion - 2), 0, 10))]))];
        var table = new MarkTable(marks.GroupBy(mark => mark.Entry).OrderBy(entry => entry.Key).Select(entry => (IReadOnlyList<double?>)[.. entry.Aggregate(new double?[Jurors], (row, mark) => { row[mark.Juror] = mark.Mark; return row; })]));
        List<decimal> weights = [3, 2, 2, 1, 1, 1];
        var (started, steps) = (Stopwatch.GetTimestamp(), new List<string>());
        void Step(string name, Action work)
        {
            var begun = Stopwatch.GetTimestamp();
            work();
            steps.Add($"{name} {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.00} s");
        }

        MixedModelFit fit = null!;
        Step("means, medians, trimmed", () => marks.GroupBy(mark => mark.Entry).ToList().ForEach(entry => _ = (PanelMark.Mean([.. entry.Select(mark => (decimal)mark.Mark)]), PanelMark.Median([.. entry.Select(mark => (decimal)mark.Mark)]), PanelMark.TrimmedMean([.. entry.Select(mark => (decimal)mark.Mark)], 1))));
        Step("parts", () => Design.Parts(Entries, Jurors, marks.Select(mark => (mark.Entry, mark.Juror))).ShouldNotBeEmpty());
        Step("severity", () => fit = MixedModel.Fit(data));
        Step("agreement", () => KrippendorffAlpha.Of(table, MarkLevel.Interval).ShouldNotBeNull());
        Step("rank intervals, 2,000 draws", () => PosteriorRanks.Of(data, fit, 0, new RankDraws(1, Draws: 2000)).Count.ShouldBe(Entries));
        Step("other weights", () => new WeightedSheets(Entries, sheets).WhatIf(weights, [1, 1, 1, 1, 1, 1], new RoundingRule(2)).Count.ShouldBe(Entries));
        Step("pivotal jurors", () => PivotalJurors.Of(table, 3).Count.ShouldBe(Jurors));

        var took = Stopwatch.GetElapsedTime(started);
        Say($"{took.TotalSeconds:0.00} s: {string.Join(", ", steps)}");
        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static (MixedModelData Data, double[] Worth) Simulated(SplitMix64 random, int entries, int jurors, int each, double[] variances)
    {
        double[] Draw(int count, double variance) => [.. Enumerable.Range(0, count).Select(_ => random.Normal() * Math.Sqrt(variance))];
        var (worth, severity) = (Draw(entries, variances[0]), Draw(jurors, variances[1]));

        // In turn, with a step of its own a lap: everybody marks, and one part holds them all.
        List<(int Entry, int Juror)> sheets = [.. from entry in Enumerable.Range(0, entries) from reading in Enumerable.Range(0, each) select (entry, (entry + (reading * (1 + (entry / jurors)))) % jurors)];
        sheets = [.. sheets.Distinct()];
        return (MixedModelData.Of([.. sheets.Select(sheet => 5 + worth[sheet.Entry] - severity[sheet.Juror] + (random.Normal() * Math.Sqrt(variances[2])))],
            new RandomFactor("entry", [.. sheets.Select(sheet => sheet.Entry)], entries), new RandomFactor("juror", [.. sheets.Select(sheet => sheet.Juror)], jurors)), worth);
    }

    private static double Square(double value) => value * value;

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
