using System.Numerics;
using CsCheck;

namespace EssConsult.Ledger.Tests;

public sealed class MerkleFrontierTests
{
    [Fact]
    public void A_tree_grown_leaf_by_leaf_has_the_root_of_all_its_leaves() => Gen.Byte.Array[32].List[0, Trees.Most].Sample(leaves =>
    {
        var frontier = new MerkleFrontier();
        leaves.ForEach(leaf => frontier.Append(leaf));

        (frontier.Size, frontier.Peaks.Count).ShouldBe((leaves.Count, BitOperations.PopCount((uint)leaves.Count)));
        frontier.Root().ShouldBe(MerkleTree.Root(leaves));
    });

    [Fact]
    public void Every_size_on_the_way_has_the_root_of_its_leaves()
    {
        var frontier = new MerkleFrontier();
        for (var size = 0; size < Trees.Most; size++)
        {
            frontier.Root().ShouldBe(MerkleTree.Root(Trees.Leaves[..size]));
            frontier.Append(Trees.Leaves[size]);
        }
    }

    [Fact]
    public void What_was_kept_goes_on_as_if_it_had_never_stopped() => Gen.Select(Gen.Byte.Array[32].List[1, Trees.Most], Gen.Int[0, Trees.Most]).Sample((leaves, stop) =>
    {
        var before = new MerkleFrontier();
        leaves.Take(stop).ToList().ForEach(leaf => before.Append(leaf));

        var after = new MerkleFrontier(before.Size, before.Peaks);
        leaves.Skip(stop).ToList().ForEach(leaf => after.Append(leaf));

        after.Root().ShouldBe(MerkleTree.Root(leaves));
    });

    [Fact]
    public void Nobody_outside_can_change_the_tree()
    {
        byte[] leaf = [.. Trees.Leaves[0]];
        var frontier = new MerkleFrontier();
        frontier.Append(leaf);

        leaf[0] ^= 1;
        frontier.Root()[0] ^= 1;
        frontier.Peaks[0][0] ^= 1;

        frontier.Root().ShouldBe(Trees.Leaves[0]);
    }

    [Fact]
    public void A_hundred_thousand_leaves_are_kept_in_six_hashes()
    {
        var frontier = new MerkleFrontier();
        for (var leaf = 0; leaf < 100_000; leaf++)
        {
            frontier.Append(Trees.Leaves[leaf % Trees.Most]);
        }

        frontier.Peaks.Count.ShouldBe(6);
        frontier.Root().ShouldBe(MerkleTree.Root([.. Enumerable.Range(0, 100_000).Select(leaf => Trees.Leaves[leaf % Trees.Most])]));
    }

    [Fact]
    public void Peaks_that_do_not_fit_the_size_are_refused()
    {
        Should.Throw<ArgumentException>(() => new MerkleFrontier(3, [Trees.Leaves[0]]));
        Should.Throw<ArgumentException>(() => new MerkleFrontier(0, [Trees.Leaves[0]]));
        Should.Throw<ArgumentException>(() => new MerkleFrontier(1, [[1, 2, 3]]));
        Should.Throw<ArgumentOutOfRangeException>(() => new MerkleFrontier(-1, []));
        Should.Throw<ArgumentException>(() => new MerkleFrontier().Append([1, 2, 3]));
    }
}
