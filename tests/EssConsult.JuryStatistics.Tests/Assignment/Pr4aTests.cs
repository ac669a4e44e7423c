using System.Diagnostics;
using CsCheck;
using EssConsult.JuryStatistics.Assignment;

namespace EssConsult.JuryStatistics.Tests.Assignment;

/// <summary>Fairness to the entry that is served worst.</summary>
public sealed class Pr4aTests
{
    [Fact]
    public void One_juror_each_and_the_worst_served_entry_is_served_as_well_as_can_be() => Gen.Int.Sample(
        seed =>
        {
            var request = Single(Instances.ByChance(seed, 5, 5, balance: 0));
            if (Instances.All(request).Select(added => added.Min(pair => request.Gains[pair])).DefaultIfEmpty(-1).Max() is >= 0 and var best)
            {
                Pr4a.Solve(request).Figures.Minimum.ShouldBe(best, 1e-9);
            }
        },
        iter: 300);

    [Fact]
    public void It_never_serves_the_worst_entry_less_well_than_the_greatest_total_does() => Gen.Int.Sample(
        seed =>
        {
            var request = Instances.ByChance(seed, 8, 6, balance: 0);
            var (greatest, fair, one) = (ReadingAssignment.Solve(request), Pr4a.Solve(request), Pr4a.Solve(request, rounds: 1));

            fair.Figures.Minimum.ShouldBeGreaterThanOrEqualTo(greatest.Figures.Minimum);
            fair.Figures.Minimum.ShouldBe(one.Figures.Minimum);
            fair.Figures.Total.ShouldBeLessThanOrEqualTo(greatest.Figures.Total + 1e-9);
            (fair.IsComplete, fair.Pairs.Count).ShouldBe((greatest.IsComplete, greatest.Pairs.Count));
            fair.Pairs.ShouldBeUnique();
            fair.Pairs.Intersect(request.Forbidden).ShouldBeEmpty();
            foreach (var juror in fair.IsComplete ? request.Jurors : [])
            {
                fair.Figures.Loads.Single(load => load.Juror == juror.Id).Count.ShouldBeLessThanOrEqualTo(Math.Max(juror.Most, juror.Carried + request.Entries.Count(entry => entry.Kept.Contains(juror.Id))));
            }

            Pr4a.Solve(Instances.Shuffled(request, seed + 1)).Pairs.ShouldBe(fair.Pairs);
        },
        iter: 200);

    [Fact]
    public void What_the_greatest_total_takes_from_the_weak_it_gives_back()
    {
        // Each of two jurors suits « a » better; the total would give both to it and leave « b » the stranger twice over.
        Dictionary<JurorEntry, double> gains = new() { [new("x", "a")] = 1, [new("y", "a")] = 1, [new("x", "b")] = 0.6, [new("y", "b")] = 0.6, [new("z", "a")] = 0.3, [new("z", "b")] = 0, [new("w", "a")] = 0.3, [new("w", "b")] = 0 };
        AssignmentRequest request = new() { Entries = [new("a", 2), new("b", 2)], Jurors = [new("w", 0, 1), new("x", 0, 1), new("y", 0, 1), new("z", 0, 1)], Gains = gains, Balance = 0, Seed = 1 };

        var (greatest, fair) = (ReadingAssignment.Solve(request), Pr4a.Solve(request));

        (greatest.Figures.Total, greatest.Figures.Minimum).ShouldBe((2, 0));
        (fair.Figures.Total, fair.Figures.Minimum).ShouldBe((1.9, 0.6));
    }

    [Fact]
    public void A_conference_of_177_entries_is_shared_out_fairly()
    {
        var random = new Random(2019);
        var topics = Enumerable.Range(0, 177).Select(_ => random.NextDouble() * random.NextDouble()).ToArray();
        var gains = (from entry in Enumerable.Range(0, 177) from juror in Enumerable.Range(0, 118) select (Pair: new JurorEntry($"j{juror}", $"e{entry}"), Near: 1 - Math.Abs(topics[entry] - (juror / 118.0)))).ToDictionary(pair => pair.Pair, pair => Math.Round(pair.Near * pair.Near, 3));
        AssignmentRequest request = new() { Entries = [.. Enumerable.Range(0, 177).Select(entry => new EntryToRead($"e{entry}", 3))], Jurors = [.. Enumerable.Range(0, 118).Select(juror => new JurorLoad($"j{juror}", 0, 5))], Gains = gains, Balance = 0, Seed = 1 };
        var greatest = ReadingAssignment.Solve(request);
        var started = Stopwatch.GetTimestamp();

        var fair = Pr4a.Solve(request, rounds: 5);

        TestContext.Current.TestOutputHelper!.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s; total {greatest.Figures.Total:0.000} and {fair.Figures.Total:0.000}, worst {greatest.Figures.Minimum:0.000} and {fair.Figures.Minimum:0.000}");
        fair.Figures.Minimum.ShouldBeGreaterThanOrEqualTo(greatest.Figures.Minimum);
    }

    private static AssignmentRequest Single(AssignmentRequest request) => request with
    {
        Entries = [.. request.Entries.Select(entry => new EntryToRead(entry.Id, 1))], Jurors = [.. request.Jurors.Select(juror => juror with { Least = 0, Carried = 0 })],
    };
}
