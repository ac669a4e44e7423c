using System.Diagnostics;
using EssConsult.Seating.Tables;

namespace EssConsult.Seating.Tests.Tables;

public sealed class ClassMatrixTests(ITestOutputHelper output)
{
    [Fact]
    public void The_solver_balances_what_starts_sorted()
    {
        var roster = new Roster(Assembly.Of(48, 1));
        int[][] sorted = [.. Enumerable.Range(0, 48).OrderBy(person => roster.ValueOf[0][person]).Chunk(8)];
        var start = new Arrangement(roster, new Encounters(48), sorted);
        var watch = Stopwatch.StartNew();

        var (tables, least) = new ClassMatrix(roster, sorted).Solve(seconds: 5, seed: 1);

        output.WriteLine($"solver: {watch.ElapsedMilliseconds} ms, from {start.Excess()}");
        start.Excess().ShouldBeGreaterThan(0);
        start.With(tables).Excess().ShouldBe(0);
        least.ShouldBe(0);
        tables.SelectMany(table => table).Order().ShouldBe(Enumerable.Range(0, 48));
        tables.ShouldAllBe(table => table.Count == 8);
    }

    [Fact]
    public void A_balance_that_arithmetic_forbids_is_proved_impossible()
    {
        // A trait for every way to halve eight people: whatever the tables, one of them is such a half.
        int[] halves = [.. Enumerable.Range(0, 256).Where(half => int.PopCount(half) == 4 && (half & 1) == 1)];
        Participant[] people = [.. Enumerable.Range(0, 8).Select(person => new Participant($"p{person}", null, halves.ToDictionary(half => $"t{half}", half => (half >> person & 1) == 1 ? "in" : "out")))];

        var round = TablePlanner.Plan(new TableRequest { People = people, Tables = 2 }).Report.Rounds[0];

        (round.Verdict, round.WorstDeviation).ShouldBe((BalanceVerdict.Impossible, 2));
    }
}
