using System.Diagnostics;
using EssConsult.Seating.Tables;

namespace EssConsult.Seating.Tests.Tables;

/// <summary>300 people, 38 tables, 4 traits, 3 rounds; the times are printed, not judged.</summary>
public sealed class PlenaryTests(ITestOutputHelper output)
{
    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory, MemberData(nameof(Seeds))]
    public void A_plenary_of_300_is_balanced_over_three_rounds(int seed)
    {
        var people = Assembly.Of(300, seed);

        var plan = Timed("plan", () => TablePlanner.Plan(new TableRequest { People = people, Tables = 38, Rounds = 3, Seed = seed }));

        Say(plan);
        foreach (var round in plan.Rounds)
        {
            Audit.EverybodyHasOneSeat(people, round);
            round.Tables.Select(table => table.Count).ShouldAllBe(size => size == 7 || size == 8);
            Audit.SameOrganisationPairs(people, round).ShouldBe(0);
            Audit.WorstDeviation(people, round).ShouldBeLessThanOrEqualTo(1);
        }

        Audit.NewEncounters(plan.Rounds).ShouldBeGreaterThanOrEqualTo(0.95);
        plan.Report.Rounds.ShouldAllBe(round => round.Verdict == BalanceVerdict.Balanced);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void With_15_percent_absent_and_some_newcomers_few_are_moved_and_the_balance_returns(int seed)
    {
        var invited = Assembly.Of(300, seed);
        var plan = TablePlanner.Plan(new TableRequest { People = invited, Tables = 38, Rounds = 3, Seed = seed });
        var random = new Random(seed);
        Participant[] present = [.. invited.Where(_ => random.NextDouble() >= 0.15), .. Assembly.Of(12, seed + 100, "walk-in ")];

        var door = Timed("door", () => TablePlanner.Rebalance(plan, new RebalanceRequest { Present = present, MinimumSize = 6, Seed = seed }));

        Say(door);
        foreach (var (before, after) in plan.Rounds.Zip(door.Rounds))
        {
            Audit.EverybodyHasOneSeat(present, after);
            Audit.Moved(before, after).ShouldBeLessThanOrEqualTo(present.Length / 5);
            after.Tables.Select(table => table.Count).ShouldAllBe(size => size == 0 || size >= 6);
            Audit.SameOrganisationPairs(present, after).ShouldBe(0);
            Audit.WorstDeviation(present, after).ShouldBeLessThanOrEqualTo(1);
        }

        Audit.NewEncounters(door.Rounds).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    private T Timed<T>(string what, Func<T> run)
    {
        var watch = Stopwatch.StartNew();
        var result = run();
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        return result;
    }

    private void Say(TablePlan plan)
    {
        foreach (var round in plan.Report.Rounds)
        {
            output.WriteLine(FormattableString.Invariant($"  worst {round.WorstDeviation:0.00}, same organisation {round.SameOrganisationPairs}, repeated {round.RepeatedEncounters} of {round.Encounters}, moved {round.Moved}, {round.Verdict}"));
        }
    }
}
