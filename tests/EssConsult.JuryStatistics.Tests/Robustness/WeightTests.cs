using System.Diagnostics;
using CsCheck;
using EssConsult.JuryStatistics.Marks;
using EssConsult.JuryStatistics.Robustness;
using Google.OrTools.LinearSolver;

namespace EssConsult.JuryStatistics.Tests.Robustness;

/// <summary>What other weights would change.</summary>
public sealed class WeightTests
{
    [Fact]
    public void Five_points_of_weight_turn_this_order_round()
    {
        decimal[] weights = [0.5m, 0.3m, 0.2m], one = [7, 9, 6], other = [8, 6, 7];

        var shift = WeightSensitivity.ToTie(weights, one, other).ShouldNotBeNull();

        (shift.Moved, shift.Total, string.Join(' ', shift.Weights.Select(weight => weight.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))).ShouldBe((0.05m, 0.1m, "0.55 0.25 0.20"));
        WeightSensitivity.ToTie(weights, other, one)!.Moved.ShouldBe(0.05m);
        WeightSensitivity.ToTie(weights, one, one)!.Moved.ShouldBe(0);
        WeightSensitivity.ToTie(weights, one, [6, 8, 5]).ShouldBeNull();
        WeightSensitivity.OfFirst(weights, [one, [1, 1, 1], other])!.Value.ShouldSatisfyAllConditions(found => found.Entry.ShouldBe(2), found => found.Shift.Moved.ShouldBe(0.05m));
        WeightSensitivity.OfFirst(weights, [one]).ShouldBeNull();
        Should.Throw<ArgumentException>(() => WeightSensitivity.ToTie(weights, [1], other));
    }

    [Fact]
    public void When_a_criterion_has_no_weight_left_the_next_one_gives()
    {
        var shift = WeightSensitivity.ToTie([0.1m, 0.6m, 0.3m], [10, 8, 4], [2, 5, 5]).ShouldNotBeNull();

        (shift.Weights[0], Math.Round(shift.Weights[1], 6), Math.Round(shift.Weights.Sum(), 20)).ShouldBe((0, 0.25m, 1));
    }

    [Fact]
    public void The_smallest_shift_is_the_one_that_linear_programming_finds() => Gen.Select(Gen.Int[0, 10].Array[2, 5], Gen.Int[0, 10].Array[5], Gen.Int[0, 10].Array[5]).Sample(
        (parts, one, other) =>
        {
            decimal[] weights = [.. parts.Select(part => part + 1m).Select(part => part / 20)], a = [.. one.Take(parts.Length)], b = [.. other.Take(parts.Length)];
            var shift = WeightSensitivity.ToTie(weights, a, b);

            (shift is null).ShouldBe(LeastShift(weights, a, b) is null);
            ((double)(shift?.Total ?? 0)).ShouldBe(LeastShift(weights, a, b) ?? 0, 1e-6);
            if (shift is not null)
            {
                shift.Weights.Zip(a.Zip(b, (x, y) => x - y), (weight, difference) => weight * difference).Sum().ShouldBe(0, 1e-20m);
                shift.Weights.ShouldAllBe(weight => weight >= 0);
            }
        },
        iter: 200, threads: 1);

    [Fact]
    public void What_if_answers_for_four_hundred_entries_of_sixty_jurors_at_once()
    {
        var random = new SplitMix64(3);
        WeightedSheets sheets = new(400, (from entry in Enumerable.Range(0, 400) from _ in Enumerable.Range(0, 60) select new ScoreSheet(entry, [.. Enumerable.Range(0, 6).Select(_ => (decimal?)(random.Below(41) / 4m))])).ToList());
        decimal[] weights = [3, 2, 2, 1, 1, 1];
        var started = Stopwatch.GetTimestamp();

        var places = sheets.WhatIf(weights, [1, 1, 1, 2, 2, 3]);

        TestContext.Current.TestOutputHelper!.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms; {places.Count(place => place.Rank != place.Before)} entries of 400 move");
        (places.Count, places[0].Rank).ShouldBe((400, 1));
        sheets.WhatIf(weights, weights).ShouldAllBe(place => place.Rank == place.Before);
    }

    [Fact]
    public void A_result_is_the_mean_of_weighted_sheets_with_what_is_missing_left_out()
    {
        ScoreSheet[] all = [new(0, [8, null, 6]), new(0, [7, 9, null]), new(1, [null, null, 3]), new(2, [5, 5, 5])];
        decimal[] weights = [2, 5, 0];

        var results = new WeightedSheets(4, all).Results(weights);

        results.ShouldBe([(PanelMark.Weighted(all[0].Marks, weights) + PanelMark.Weighted(all[1].Marks, weights)) / 2, null, 5, null]);
        new WeightedSheets(4, all).WhatIf(weights, [0, 0, 1], new RoundingRule(0)).Select(place => (place.Entry, place.Result, place.Rank, place.Before)).ShouldBe([(0, 6, 1, 1), (2, 5, 2, 2), (1, 3, 3, 3), (3, null, 4, 3)]);
        Should.Throw<ArgumentException>(() => new WeightedSheets(1, all));
        Should.Throw<ArgumentException>(() => new WeightedSheets(4, all).Results([1, 1]));
    }

    [Fact]
    public void Thirds_that_are_equal_share_a_rank() => new WeightedSheets(2, [new(0, [1, 0, 0]), new(0, [3, 0, 0]), new(1, [2, 0, 0]), new(1, [2, 0, 0])])
        .WhatIf([1, 1, 1], [1, 1, 1]).ShouldAllBe(place => place.Rank == 1);

    private static double? LeastShift(decimal[] weights, decimal[] one, decimal[] other)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var (up, down) = (weights.Select(_ => solver.MakeNumVar(0, 100, string.Empty)).ToArray(), weights.Select(weight => solver.MakeNumVar(0, (double)weight, string.Empty)).ToArray());
        var criteria = Enumerable.Range(0, weights.Length).ToList();
        solver.Add(criteria.Select(criterion => up[criterion] - down[criterion]).Aggregate((LinearExpr)new LinearExpr(), (sum, term) => sum + term) == 0);
        solver.Add(criteria.Select(criterion => (double)(one[criterion] - other[criterion]) * ((double)weights[criterion] + up[criterion] - down[criterion])).Aggregate((LinearExpr)new LinearExpr(), (sum, term) => sum + term) == 0);
        solver.Minimize(up.Concat(down).Aggregate((LinearExpr)new LinearExpr(), (sum, term) => sum + term));
        return solver.Solve() == Solver.ResultStatus.OPTIMAL ? solver.Objective().Value() : null;
    }
}
