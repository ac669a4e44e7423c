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
