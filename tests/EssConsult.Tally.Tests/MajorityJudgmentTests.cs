using System.Globalization;
using System.Numerics;

namespace EssConsult.Tally.Tests;

/// <summary>Published votes by majority judgment, and the definition itself by brute force (in <see cref="PropertyTests"/>).</summary>
public sealed class MajorityJudgmentTests
{
    /// <summary>559 ballots of Orsay, 2007 (CC0, MieuxVoter); ranks by belenios-tool.</summary>
    [Fact]
    public void Orsay_2007_has_the_published_tallies_medians_and_order()
    {
        if (Fixtures.Read("mj/orsay2007-bureau_01.csv") is not { } file || Fixtures.Json("mj/expected.json") is not { } all)
        {
            return;
        }

        var lines = file.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        var ballots = new Ballots(new OptionList(lines[0].Skip(1)));
        foreach (var line in lines.Skip(1))
        {
            // Grades 6 for the best to 1; 0, no opinion, is what a ballot leaves out, but that a ballot without any opinion was counted too.
            var grades = line.Skip(1).Select((grade, option) => (option, int.Parse(grade, CultureInfo.InvariantCulture) - 1)).ToArray();
            ballots.AddGrades(grades.All(pair => pair.Item2 < 0) ? [.. grades.Select(pair => (pair.option, 0))] : [.. grades.Where(pair => pair.Item2 >= 0)]);
        }

        var expected = all.GetProperty("orsay2007-bureau_01");
        var rule = new TallyRule { Method = TallyMethod.MajorityJudgment, Grades = ["à rejeter", "insuffisant", "passable", "assez bien", "bien", "très bien"] };
        var result = Tallies.Count(rule, ballots);

        (result.Ballots.Valid, result.Ranking.All(group => group.Count == 1)).ShouldBe((559, true));
        result.Ranking.Select(group => group[0]).ShouldBe(expected.GetProperty("ranking_belenios_tool").EnumerateArray().Select(group => group[0].GetString()));
        foreach (var (index, option) in result.Options.Index())
        {
            var tally = expected.GetProperty("tallies_best_to_worst")[index].EnumerateArray().Select(count => count.GetInt64()).ToArray();
            Enumerable.Range(0, 6).Select(grade => option.Figures[$"grade{5 - grade}"]).ShouldBe(tally.Select(count => (Fraction)count));
            option.Figures["median"].ShouldBe(6 - expected.GetProperty("medians")[index].GetInt32());
        }
    }

    /// <summary>MieuxVoter's assertions (MIT): tallies from the worst grade to the best. What happens to missing grades stands in each case, and is done here before counting.</summary>
    [Fact]
    public void The_ranks_of_MieuxVoters_assertions_are_ours()
    {
        if (Fixtures.Json("mj/mieuxvoter-assertions.json") is not { } cases)
        {
            return;
        }

        foreach (var item in cases.EnumerateArray())
        {
            var mode = item.TryGetProperty("mode", out var text) ? text.GetString() : "StaticDefault";
            var participants = item.GetProperty("participants").GetInt64();
            var tallies = item.GetProperty("tallies").EnumerateArray().Select(row => row.EnumerateArray().Select(count => new BigInteger(count.GetInt64())).ToArray()).ToArray();
            var filled = tallies.Select(tally => mode switch
            {
                "Normalized" => tally,
                "MedianDefault" => Fill(tally, participants, Median(tally)),
                _ => Fill(tally, participants, item.TryGetProperty("default", out var grade) ? grade.GetInt32() : 0),
            }).ToArray();

            Ranks(filled).ShouldBe(item.GetProperty("ranks").EnumerateArray().Select(rank => rank.GetInt32()), item.GetProperty("title").GetString());
        }
    }

    private static BigInteger[] Fill(BigInteger[] tally, long participants, int grade)
    {
        tally[grade] += participants - tally.Aggregate(BigInteger.Add);
        return tally;
    }

    private static int Median(BigInteger[] tally)
    {
        var (middle, below, grade) = ((tally.Aggregate(BigInteger.Add) - 1) / 2, tally[0], 0);
        while (below <= middle)
        {
            below += tally[++grade];
        }

        return grade;
    }

    /// <summary>Tallies of unequal totals are compared by shares: cut at common places, each slice of all voters is one ballot with a weight.</summary>
    private static IEnumerable<int> Ranks(BigInteger[][] tallies)
    {
        var totals = tallies.Select(tally => tally.Aggregate(BigInteger.Add)).ToArray();
        var common = totals.Aggregate((a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
        var cuts = tallies.SelectMany((tally, option) => Cuts(tally, common / totals[option])).Distinct().Order().ToArray();
        var scale = cuts.Aggregate(BigInteger.GreatestCommonDivisor);
        var ballots = new Ballots(new OptionList(tallies.Select((_, option) => $"{option}")));
        var before = BigInteger.Zero;
        foreach (var cut in cuts.Where(cut => cut > 0))
        {
            var start = before;
            ballots.AddGrades([.. tallies.Select((tally, option) => (option, Cuts(tally, common / totals[option]).Count(end => end <= start)))], (long)((cut - before) / scale));
            before = cut;
        }

        var rule = new TallyRule { Method = TallyMethod.MajorityJudgment, Grades = [.. tallies[0].Select((_, grade) => $"{grade}")] };
        var ranking = Tallies.Count(rule, ballots).Ranking;
        return tallies.Select((_, option) => 1 + ranking.TakeWhile(group => !group.Contains($"{option}")).Sum(group => group.Count));
    }

    private static IEnumerable<BigInteger> Cuts(BigInteger[] tally, BigInteger factor)
    {
        var sum = BigInteger.Zero;
        return tally.Select(count => sum += count * factor);
    }
}
