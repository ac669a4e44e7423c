using System.Diagnostics;
using CsCheck;
using EssConsult.JuryStatistics.Assignment;

namespace EssConsult.JuryStatistics.Tests.Assignment;

/// <summary>Who reads what: bounds, replay, and equality with an exhaustive search.</summary>
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
    public void The_order_in_which_people_were_entered_leaves_no_trace() => Gen.Int.Sample(
        seed =>
        {
            // Two steps of gain: nearly everything is a tie.
            var request = Instances.ByChance(seed, 12, 8, balance: seed % 2 == 0 ? 1 : 0, steps: 2);
            Written(ReadingAssignment.Solve(Instances.Shuffled(request, seed + 1))).ShouldBe(Written(ReadingAssignment.Solve(request)));
        },
        iter: 200);

    [Fact]
    public void The_seed_decides_between_equals()
    {
        var request = Even(entries: 12, jurors: 6, wanted: 2);

        var drafts = Enumerable.Range(1, 8).Select(seed => ReadingAssignment.Solve(request with { Seed = (ulong)seed })).ToList();

        drafts.Select(Written).Distinct().Count().ShouldBe(8);
        drafts.ShouldAllBe(draft => draft.IsComplete && draft.Figures.Loads.All(load => load.Count == 4));
    }

    /// <summary><c>printf '7\nj1\ne2' | sha256sum</c> begins with these sixteen digits.</summary>
    [Fact]
    public void Anybody_can_compute_the_number_of_a_pair() => TieBreak.Numbers(7, ["j0", "j1"], ["e0", "e1", "e2"])[2][1].ShouldBe(0xfff737c61c179820UL);

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
    public void After_a_decline_only_the_gap_is_filled()
    {
        var request = Even(entries: 30, jurors: 10, wanted: 3);
        var draft = ReadingAssignment.Solve(request);

        var repaired = ReadingAssignment.Solve(request.After(draft, draft.Pairs[7]));

        repaired.IsComplete.ShouldBeTrue();
        draft.Pairs.Except(repaired.Pairs).ShouldBe([draft.Pairs[7]]);
        repaired.Pairs.Except(draft.Pairs).ShouldHaveSingleItem().Entry.ShouldBe(draft.Pairs[7].Entry);
    }

    [Fact]
    public void A_request_that_contradicts_itself_is_refused()
    {
        var request = Even(entries: 2, jurors: 2, wanted: 1);

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
        var request = Even(entries: 2000, jurors: 200, wanted: 3) is var even ? even with { Gains = even.Gains.ToDictionary(pair => pair.Key, _ => random.NextDouble()), Forbidden = [.. even.Gains.Keys.Where(_ => random.Next(25) == 0)] } : null!;
        var started = Stopwatch.GetTimestamp();

        var draft = ReadingAssignment.Solve(request);

        TestContext.Current.TestOutputHelper!.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s, loads {draft.Figures.Loads.Min(load => load.Count)} to {draft.Figures.Loads.Max(load => load.Count)}, gain {draft.Figures.Total / 6000:0.0000} a reading");
        draft.IsComplete.ShouldBeTrue();
        draft.Figures.Loads.ShouldAllBe(load => load.Count == 30);
    }

    private static AssignmentRequest Even(int entries, int jurors, int wanted) => new()
    {
        Entries = [.. Enumerable.Range(0, entries).Select(entry => new EntryToRead($"e{entry}", wanted))],
        Jurors = [.. Enumerable.Range(0, jurors).Select(juror => new JurorLoad($"j{juror}", 0, 40))],
        Gains = (from entry in Enumerable.Range(0, entries) from juror in Enumerable.Range(0, jurors) select new JurorEntry($"j{juror}", $"e{entry}")).ToDictionary(pair => pair, _ => 0.5),
        Seed = 1,
    };

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

    private static string Written(AssignmentDraft draft) => string.Join('\n', draft.Pairs.Select(pair => $"{pair.Entry} {pair.Juror}"));
}
