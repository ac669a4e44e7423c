using CsCheck;

namespace EssConsult.Tally.Tests;

/// <summary>The fast count beside the definition followed word by word (<see cref="Plain"/>), on 10,000 random votes each.</summary>
public sealed class DefinitionTests
{
    private const int Votes = 10_000;

    [Fact]
    public void Schulzes_paths_are_the_widest_of_all_paths() => Gen.Int.Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.Schulze, seed);
        foreach (var step in vote.Count().Trace.Where(step => step.Kind == TraceKind.Path))
        {
            var (a, b) = (step.Options[0][0] - 'A', step.Options[1][0] - 'A');
            step.Numbers["path"].ShouldBe(Plain.StrongestPath(vote.Casts, vote.Options, a, b, []));
            step.Numbers["back"].ShouldBe(Plain.StrongestPath(vote.Casts, vote.Options, b, a, []));
        }
    }, iter: Votes);

    [Fact]
    public void Majority_judgment_orders_by_the_middle_grades_removed_one_by_one() => Gen.Int.Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.MajorityJudgment, seed);
        var counted = vote.Casts.Where(cast => cast.Grades.Length > 0).ToArray();
        var values = Enumerable.Range(0, vote.Options).Select(option => Plain.MiddleGrades(counted.Select(cast => cast.Grades.SingleOrDefault(pair => pair.Option == option).Grade))).ToArray();
        var order = Enumerable.Range(0, vote.Options).GroupBy(option => string.Join(' ', values[option])).OrderByDescending(group => group.Key, StringComparer.Ordinal);

        vote.Count().Ranking.Select(group => string.Concat(group)).ShouldBe(order.Select(group => string.Concat(group.Select(option => (char)('A' + option)))));
    }, iter: Votes);

    [Theory]
    [InlineData(Completion.None)]
    [InlineData(Completion.RaiseUntilExhaustive)]
    [InlineData(Completion.RaiseUntilOverspent)]
    public void Equal_shares_fund_what_the_definition_funds(Completion completion) => Gen.Int.Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.EqualShares, seed);
        int[][] approvals = [.. vote.Casts.Select(cast => cast.Groups[0]).Where(chosen => chosen.Length > 0)];
        if (approvals.Length == 0)
        {
            return;
        }

        var step = new Fraction(vote.Rule.Budget!.Value, approvals.Length * (2 + Math.Abs(seed % 3)));
        var rule = vote.Rule with { Completion = completion, Ties = new TieBreak($"{seed}"), Increment = completion == Completion.None ? null : step };
        var box = vote.Box();
        long[] costs = [.. box.Options.Select(option => rule.Costs![option])];
        var share = new Fraction(rule.Budget!.Value, approvals.Length);
        List<int> At(int tries) => Plain.EqualShares(approvals, costs, share + ((rule.Increment ?? 0) * tries), rule.Utility == Utility.Cost, rule.Ties.Places(box.Options));
        long Cost(List<int> funded) => funded.Sum(option => costs[option]);
        var voted = Enumerable.Range(0, costs.Length).Where(option => approvals.Any(chosen => chosen.Contains(option))).ToList();
        var expected = At(0);
        for (var tries = 1; completion != Completion.None && expected.Count < voted.Count; tries++)
        {
            var isExhaustive = voted.TrueForAll(option => expected.Contains(option) || Cost(expected) + costs[option] > rule.Budget);
            var next = At(tries);
            if ((completion == Completion.RaiseUntilExhaustive && isExhaustive) || Cost(next) > rule.Budget)
            {
                break;
            }

            expected = next;
        }

        Tallies.Count(rule, box).Winners.ShouldBe(expected.Select(option => box.Options[option]));
    }, iter: Votes);

    /// <summary>Paid by the trace alone: whoever supports gives the most that is asked, or all that is left, and together they pay the cost to the last fraction.</summary>
    [Fact]
    public void Equal_shares_never_take_more_than_a_share_nor_spend_more_than_the_budget() => Gen.Int.Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.EqualShares, seed);
        var result = vote.Count($"{seed}");
        int[][] approvals = [.. vote.Casts.Select(cast => cast.Groups[0]).Where(chosen => chosen.Length > 0)];
        if (approvals.Length == 0)
        {
            return;
        }

        var money = Enumerable.Repeat(result.Trace.Single(step => step.Kind == TraceKind.Share).Numbers["share"], approvals.Length).ToArray();
        Fraction spent = 0;
        foreach (var step in result.Trace.Where(step => step.Kind == TraceKind.Funded))
        {
            Fraction paid = 0;
            foreach (var voter in Enumerable.Range(0, money.Length).Where(voter => approvals[voter].Contains(step.Options[0][0] - 'A')))
            {
                var gives = money[voter] < step.Numbers["most"] ? money[voter] : step.Numbers["most"];
                money[voter] -= gives;
                paid += gives;
            }

            paid.ShouldBe(step.Numbers["cost"]);
            spent += paid;
        }

        money.ShouldAllBe(left => left >= 0);
        (spent <= vote.Rule.Budget!.Value).ShouldBeTrue();
    }, iter: Votes);

    [Fact]
    public void Budgets_are_never_overspent_and_skip_or_stop_as_the_rule_says() => Gen.Int.Sample(seed =>
    {
        foreach (var method in new[] { TallyMethod.Greedy, TallyMethod.Knapsack })
        {
            var vote = new RandomVote(method, seed);
            var (rule, places) = (vote.Rule, new TieBreak($"{seed}").Places(vote.Box().Options));
            long CostOf(int option) => rule.Costs![((char)('A' + option)).ToString()];
            var counted = vote.Casts.Select(cast => cast.Groups[0]).Where(chosen => method == TallyMethod.Greedy || chosen.Sum(CostOf) <= rule.Budget).ToArray();
            List<string> expected = [];
            var left = rule.Budget!.Value;
            foreach (var option in Enumerable.Range(0, vote.Options).Where(option => counted.Any(chosen => chosen.Contains(option)))
                .OrderByDescending(option => counted.Count(chosen => chosen.Contains(option))).ThenBy(CostOf).ThenBy(option => places[option]))
            {
                if (CostOf(option) <= left)
                {
                    left -= CostOf(option);
                    expected.Add(((char)('A' + option)).ToString());
                }
                else if (rule.Fit == Fit.Stop)
                {
                    break;
                }
            }

            vote.Count($"{seed}").Winners.Order().ShouldBe(expected.Order());
        }
    }, iter: Votes);

    [Fact]
    public void Every_seat_is_filled_and_no_vote_appears_from_nowhere() => Gen.Int.Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.Stv, seed);
        var result = vote.Count($"{seed}");

        result.Winners.Count.ShouldBe(result.Ballots.Valid == 0 ? 0 : Math.Min(vote.Rule.Seats ?? 1, vote.Options));
        result.Winners.Distinct().Count().ShouldBe(result.Winners.Count);
        foreach (var round in result.Trace.Where(step => step.Kind == TraceKind.Round))
        {
            (round.Values!.Values.Aggregate((Fraction)0, (sum, votes) => sum + votes) <= result.Ballots.Valid).ShouldBeTrue();
        }
    }, iter: Votes);

    /// <summary>Where neither has to draw; on complete ballots without equals, since the Scottish quota is fixed at the start.</summary>
    [Fact]
    public void A_runoff_elects_whom_the_transferable_vote_elects_to_one_seat() => Gen.Int.Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.InstantRunoff, seed, complete: true, strict: true);
        vote.Count($"{seed}").Winners.Count.ShouldBe(1);
        if (vote.Count() is { Tied: [] } clear && Tallies.Count(vote.Rule with { Method = TallyMethod.Stv }, vote.Box()) is { Tied: [] } seat)
        {
            seat.Winners.ShouldBe(clear.Winners);
        }
    }, iter: Votes);
}
