using System.Diagnostics;
using CsCheck;
using EssConsult.JuryStatistics.Assignment;

namespace EssConsult.JuryStatistics.Tests.Assignment;

/// <summary>Who reads what: bounds, equality with an exhaustive search, and its cost.</summary>
public sealed class ReadingAssignmentTests
{
    [Fact]
    public void Nobody_reads_what_is_forbidden_and_loads_stay_within_bounds() => Gen.Int.Sample(
        seed =>
        {
            var request = Instances.ByChance(seed, 12, 8, balance: 1);
            var draft = ReadingAssignment.Solve(request);
            var loads = draft.Figures.Loads.ToDictionary(load => load.Juror, load => load.Count);

            draft.Pairs.Intersect(request.Forbidden).ShouldBeEmpty();
            draft.Pairs.ShouldBeUnique();
            foreach (var juror in request.Jurors)
            {
                var held = juror.Carried + request.Entries.Count(entry => entry.Kept.Contains(juror.Id));
                loads[juror.Id].ShouldBe(juror.Carried + draft.Pairs.Count(pair => pair.Juror == juror.Id));
                loads[juror.Id].ShouldBeLessThanOrEqualTo(Math.Max(held, juror.Most));
                (!draft.IsComplete || loads[juror.Id] >= juror.Least).ShouldBeTrue();
            }

            foreach (var entry in request.Entries)
            {
                var count = draft.Pairs.Count(pair => pair.Entry == entry.Id);
                draft.Pairs.Where(pair => pair.Entry == entry.Id).Select(pair => pair.Juror).ShouldBeSubsetOf(request.Jurors.Select(juror => juror.Id));
                entry.Kept.ShouldBeSubsetOf(draft.Pairs.Where(pair => pair.Entry == entry.Id).Select(pair => pair.Juror));
                (count + (draft.Missing.SingleOrDefault(missing => missing.Entry == entry.Id)?.Count ?? 0)).ShouldBe(Math.Max(entry.Wanted, entry.Kept.Count));
            }
        },
        iter: 300);

    [Fact]
    public void No_assignment_of_five_entries_and_five_jurors_is_worth_more() => Gen.Int.Sample(
        seed =>
        {
            var request = Instances.ByChance(seed, 5, 5, balance: (seed & 3) / 2.0);
            var best = Instances.All(request).Select(added => Instances.Worth(request, added)).DefaultIfEmpty(double.NaN).Max();
            var draft = ReadingAssignment.Solve(request);

            draft.IsComplete.ShouldBe(!double.IsNaN(best));
            if (draft.IsComplete)
            {
                draft.Figures.Worth.ShouldBe(best, 1e-9);
            }
        },
        iter: 400);

    [Fact]
    public void One_juror_more_never_makes_it_worse() => Gen.Int.Sample(
        seed =>
        {
            var request = Instances.ByChance(seed, 8, 6, balance: 1) is var some ? some with { Jurors = [.. some.Jurors.Select(juror => juror with { Least = 0 })] } : null!;
            var (random, before) = (new Random(seed), ReadingAssignment.Solve(request));
            var gains = request.Gains.Concat(request.Entries.Select(entry => KeyValuePair.Create(new JurorEntry("new", entry.Id), random.Next(101) / 100.0))).ToDictionary();

            var after = ReadingAssignment.Solve(request with { Jurors = [.. request.Jurors, new JurorLoad("new", 0, 3)], Gains = gains });

            after.Pairs.Count.ShouldBeGreaterThanOrEqualTo(before.Pairs.Count);
            (after.Pairs.Count > before.Pairs.Count || after.Figures.Worth >= before.Figures.Worth - 1e-9).ShouldBeTrue();
        },
        iter: 200);

    [Fact]
    public void The_heaviest_balance_and_loads_leave_room_for_the_costs()
    {
        var even = Instances.Even(entries: 200, jurors: 40, wanted: 3);
        var request = even with
        {
            Balance = AssignmentRequest.MostBalance,
            Jurors = [.. even.Jurors.Index().Select(juror => new JurorLoad(juror.Item.Id, 0, int.MaxValue, juror.Index == 0 ? AssignmentRequest.MostCount : juror.Index % 2 * 3))],
        };

        var loads = ReadingAssignment.Solve(request).Figures.Loads.ToDictionary(load => load.Juror, load => load.Count);

        loads["j0"].ShouldBe(AssignmentRequest.MostCount);
        loads.Values.Order().SkipLast(1).ShouldAllBe(load => load == 16 || load == 17);
    }

    [Fact]
    public void The_figures_are_what_a_chair_would_count()
    {
        // One juror reads all of 41 entries, whose gains are 0.00, 0.02 … 0.80.
        AssignmentRequest request = new()
        {
            Entries = [.. Enumerable.Range(0, 41).Select(entry => new EntryToRead($"e{entry}", 1) { Kept = entry == 7 ? ["j"] : [] })],
            Jurors = [new JurorLoad("j", 0, 50, Carried: 2)], Gains = Enumerable.Range(0, 41).ToDictionary(entry => new JurorEntry("j", $"e{entry}"), entry => entry / 50.0), Balance = 0.1, Seed = 1,
        };

        var figures = ReadingAssignment.Solve(request).Figures;

        (figures.Total, figures.Minimum, figures.FifthPercentile, figures.Loads.ShouldHaveSingleItem().Count).ShouldBe((16.4, 0, 0.04, 43));
        figures.Worth.ShouldBe(16.4 - (0.1 * Enumerable.Range(3, 40).Sum()), 1e-9);
    }

    [Fact]
    public void A_request_that_contradicts_itself_is_refused()
    {
        var request = Instances.Even(entries: 2, jurors: 2, wanted: 1);

        AssignmentRequest[] wrong =
        [
            request with { Entries = [.. request.Entries, request.Entries.First()] },
            request with { Jurors = [new JurorLoad("j0", 3, 2)] },
            request with { Forbidden = [new JurorEntry("nobody", "e0")] },
            request with { Gains = new Dictionary<JurorEntry, double> { [new("j0", "e0")] = 1.1 } },
            request with { Balance = double.NaN },
            request with { Entries = [new EntryToRead("e0", 1) { Kept = ["j0"] }], Forbidden = [new JurorEntry("j0", "e0")] },
        ];
        wrong.ShouldAllBe(one => Refused(one));
        ReadingAssignment.Solve(request with { Entries = [], Jurors = [], Gains = new Dictionary<JurorEntry, double>() }).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Two_thousand_entries_find_three_of_two_hundred_jurors_each()
    {
        var random = new Random(5);
        var request = Instances.Even(entries: 2000, jurors: 200, wanted: 3) is var even ? even with { Gains = even.Gains.ToDictionary(pair => pair.Key, _ => random.NextDouble()), Forbidden = [.. even.Gains.Keys.Where(_ => random.Next(25) == 0)] } : null!;
        var started = Stopwatch.GetTimestamp();

        var draft = ReadingAssignment.Solve(request);

        TestContext.Current.TestOutputHelper!.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s, loads {draft.Figures.Loads.Min(load => load.Count)} to {draft.Figures.Loads.Max(load => load.Count)}, gain {draft.Figures.Total / 6000:0.0000} a reading");
        draft.IsComplete.ShouldBeTrue();
        draft.Figures.Loads.ShouldAllBe(load => load.Count == 30);
    }

    private static bool Refused(AssignmentRequest request)
    {
        try
        {
            ReadingAssignment.Solve(request);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
