using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using EssConsult.Tally;
using EssConsult.Tally.Files;

namespace EssConsult.Benchmarks.Product;

/// <summary>How long a count of 100,000 ballots takes, beside reading them once from the text that anyone may download.</summary>
internal sealed class Tallying(CommandLine line, TextWriter output)
{
    private const int Voters = 100_000, Options = 20, Projects = 200;

    public void Measure()
    {
        output.WriteLine($"{Voters} ballots, {Options} options ({Projects} projects for budgets), {Environment.ProcessorCount} processors, server collector {GCSettings.IsServerGC}");
        output.WriteLine("| method | limit s | median s | of reading once |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        var (ranked, graded, approved, projects) = (Ranked(), Graded(), Approved(Options, 6), Approved(Projects, 10));
        var costs = Enumerable.Range(0, Projects).ToDictionary(index => projects.Options[index], index => 5_000L + (7_919L * index % 95_000));
        var (rule, ties) = (new TallyRule { Method = TallyMethod.Approval }, new TieBreak("benchmark"));
        var shares = rule with { Method = TallyMethod.EqualShares, Budget = 5_000_000, Costs = costs, Utility = Utility.Cost, Completion = Completion.None, Ties = ties };
        Row(rule, approved, 1);
        Row(rule with { Method = TallyMethod.Score, MaxScore = 5, Unscored = Unscored.Zero, ScoreBy = ScoreBy.Mean }, graded, 1);
        Row(rule with { Method = TallyMethod.MajorityJudgment, Grades = ["à rejeter", "insuffisant", "passable", "assez bien", "bien", "très bien"] }, graded, 1);
        Row(rule with { Method = TallyMethod.Borda }, ranked, 1);
        Row(rule with { Method = TallyMethod.Schulze, Ties = ties }, ranked, 2);
        Row(rule with { Method = TallyMethod.RankedPairs, Ties = ties }, ranked, 2);
        Row(rule with { Method = TallyMethod.InstantRunoff, Ties = ties }, ranked, 5);
        Row(rule with { Method = TallyMethod.Stv, Seats = 5, Ties = ties }, ranked, 5);
        Row(rule with { Method = TallyMethod.Greedy, Budget = 5_000_000, Costs = costs, Fit = Fit.Skip, Ties = ties }, projects, 10);
        Row(shares, projects, 10);
        Row(shares with { Completion = Completion.Greedy, Fit = Fit.Skip }, projects, 10);
        Row(shares with { Completion = Completion.RaiseUntilExhaustive }, projects, 10);
        Row(shares with { Completion = Completion.RaiseUntilOverspent }, projects, 10);
    }

    private void Row(TallyRule rule, Ballots ballots, double limit)
    {
        using var text = new StringWriter();
        BallotLines.Write(ballots, text);
        var file = text.ToString();
        var rounds = Math.Max(3, line.Rounds);
        var reading = Median(rounds, () => BallotLines.Read(new StringReader(file)));
        var counting = Median(rounds, () => Tallies.Count(rule, ballots));
        output.WriteLine($"| {rule.Method}{(rule.Completion is { } completion ? $", {completion}" : "")} | {limit} | {counting:0.000} | {counting / reading:0.00} |");
    }

    private static double Median(int rounds, Func<object> work)
    {
        work();
        var seconds = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return seconds.Order().ElementAt(rounds / 2);
    }

    private static Ballots Box(int options) => new(new OptionList(Enumerable.Range(0, options).Select(index => string.Create(CultureInfo.InvariantCulture, $"o{index:000}"))));

    /// <summary>Every voter ranks all, some with two equals; early options are liked more.</summary>
    private static Ballots Ranked()
    {
        var (random, ballots) = (new Random(1), Box(Options));
        for (var voter = 0; voter < Voters; voter++)
        {
            int[] order = [.. Enumerable.Range(0, Options).OrderBy(option => (random.NextDouble() * 20) + option)];
            if (voter % 4 == 0)
            {
                ballots.AddRanking([[order[0]], [order[1], order[2]], .. order[3..].Select(option => new[] { option })]);
            }
            else
            {
                ballots.AddRanking(order);
            }
        }

        return ballots;
    }

    private static Ballots Graded()
    {
        var (random, ballots) = (new Random(2), Box(Options));
        for (var voter = 0; voter < Voters; voter++)
        {
            ballots.AddGrades([.. Enumerable.Range(0, Options).Where(_ => random.Next(10) > 0).Select(option => (option, random.Next(6)))]);
        }

        return ballots;
    }

    private static Ballots Approved(int options, int each)
    {
        var (random, ballots) = (new Random(3), Box(options));
        for (var voter = 0; voter < Voters; voter++)
        {
            ballots.AddApprovals([.. Enumerable.Range(0, each).Select(_ => (int)(options * random.NextDouble() * random.NextDouble())).Distinct()]);
        }

        return ballots;
    }
}
