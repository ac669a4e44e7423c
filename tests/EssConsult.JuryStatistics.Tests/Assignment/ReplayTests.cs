using CsCheck;
using EssConsult.JuryStatistics.Assignment;

namespace EssConsult.JuryStatistics.Tests.Assignment;

/// <summary>The same request and seed give the same draft, and a change moves no more than it must.</summary>
public sealed class ReplayTests
{
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
        var request = Instances.Even(entries: 12, jurors: 6, wanted: 2);

        var drafts = Enumerable.Range(1, 8).Select(seed => ReadingAssignment.Solve(request with { Seed = (ulong)seed })).ToList();

        drafts.Select(Written).Distinct().Count().ShouldBe(8);
        drafts.ShouldAllBe(draft => draft.IsComplete && draft.Figures.Loads.All(load => load.Count == 4));
    }

    /// <summary><c>printf '7\nj1\ne2' | sha256sum</c> begins with these sixteen digits.</summary>
    [Fact]
    public void Anybody_can_compute_the_number_of_a_pair() => TieBreak.Numbers(7, ["j0", "j1"], ["e0", "e1", "e2"])[2][1].ShouldBe(0xfff737c61c179820UL);

    [Fact]
    public void Of_all_assignments_of_equal_worth_the_one_with_the_smallest_numbers_stands() => Gen.Int.Sample(
        seed =>
        {
            var request = Instances.ByChance(seed, 5, 5, balance: 0, steps: 1);
            var (entries, jurors) = (request.Entries.Select(entry => entry.Id).Order(StringComparer.Ordinal).ToArray(), request.Jurors.Select(juror => juror.Id).Order(StringComparer.Ordinal).ToArray());
            var numbers = TieBreak.Numbers(request.Seed, jurors, entries);
            var kept = request.Entries.SelectMany(entry => entry.Kept.Select(juror => new JurorEntry(juror, entry.Id))).ToList();
            var best = Instances.All(request).GroupBy(added => Math.Round(Instances.Worth(request, added), 6)).MaxBy(group => group.Key)?
                .MinBy(added => added.Sum(pair => (long)(numbers[Array.IndexOf(entries, pair.Entry)][Array.IndexOf(jurors, pair.Juror)] >> 32)));

            best?.Concat(kept).ShouldBe(ReadingAssignment.Solve(request).Pairs, ignoreOrder: true);
        },
        iter: 300);

    [Fact]
    public void After_a_decline_only_the_gap_is_filled()
    {
        var request = Instances.Even(entries: 30, jurors: 10, wanted: 3);
        var draft = ReadingAssignment.Solve(request);

        var repaired = ReadingAssignment.Solve(request.After(draft, draft.Pairs[7]));

        repaired.IsComplete.ShouldBeTrue();
        draft.Pairs.Except(repaired.Pairs).ShouldBe([draft.Pairs[7]]);
        repaired.Pairs.Except(draft.Pairs).ShouldHaveSingleItem().Entry.ShouldBe(draft.Pairs[7].Entry);
    }

    private static string Written(AssignmentDraft draft) => string.Join('\n', draft.Pairs.Select(pair => $"{pair.Entry} {pair.Juror}"));
}
