namespace EssConsult.Ledger.Tests;

public sealed class MerkleTests
{
    private const int Most = 64;
    private static readonly byte[][] Leaves = Trees.Leaves;

    [Fact]
    public void Every_leaf_of_every_tree_of_1_to_64_leaves_is_proved()
    {
        for (var size = 1; size <= Most; size++)
        {
            var leaves = Leaves[..size];
            var root = MerkleTree.Root(leaves);
            for (var index = 0; index < size; index++)
            {
                MerkleProof.Includes(index, size, leaves[index], MerkleTree.AuditPath(leaves, index), root).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Every_tree_of_1_to_64_leaves_is_the_beginning_of_every_greater_one()
    {
        var roots = Enumerable.Range(0, Most + 1).Select(size => MerkleTree.Root(Leaves[..size])).ToArray();
        for (var later = 1; later <= Most; later++)
        {
            for (var earlier = 1; earlier <= later; earlier++)
            {
                MerkleProof.IsConsistent(earlier, later, roots[earlier], roots[later], MerkleTree.ConsistencyProof(Leaves[..later], earlier)).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void A_node_cannot_be_shown_as_a_leaf()
    {
        var (left, right) = (MerkleTree.LeafHash([1]), MerkleTree.LeafHash([2]));

        MerkleTree.LeafHash([.. left, .. right]).ShouldNotBe(MerkleTree.NodeHash(left, right));
    }

    [Fact]
    public void What_is_no_tree_no_leaf_and_no_hash_is_refused()
    {
        Should.Throw<ArgumentException>(() => MerkleTree.Root([[1, 2, 3]]));
        Should.Throw<ArgumentException>(() => MerkleTree.NodeHash(Leaves[0], []));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.AuditPath(Leaves, Leaves.Length));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.AuditPath([], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(Leaves, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(Leaves, Leaves.Length + 1));
    }
}
