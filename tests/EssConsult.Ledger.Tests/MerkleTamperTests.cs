using CsCheck;

namespace EssConsult.Ledger.Tests;

public sealed class MerkleTamperTests
{
    private static readonly Gen<long> Sizes = Gen.OneOf(Gen.Long[-2, 70], Gen.Long);

    [Fact]
    public void No_bit_of_a_leaf_a_root_or_an_audit_path_can_be_turned() => Trees.WithALeaf.Sample((leaves, index, _) =>
    {
        byte[][] parts = [leaves[index], MerkleTree.Root(leaves), .. MerkleTree.AuditPath(leaves, index)];
        Holds().ShouldBeTrue();
        EveryBit(parts, Holds).ShouldBeEmpty();

        bool Holds() => MerkleProof.Includes(index, leaves.Length, parts[0], parts[2..], parts[1]);
    }, iter: 40);

    [Fact]
    public void No_bit_of_an_entry_can_be_turned() => Gen.Select(Gen.Byte.Array[0, 20].List[1, Trees.Most], Gen.Int[0, Trees.Most]).Sample((entries, any) =>
    {
        var index = any % entries.Count;
        byte[][] leaves = [.. entries.Select(entry => MerkleTree.LeafHash(entry))];
        var (path, root) = (MerkleTree.AuditPath(leaves, index), MerkleTree.Root(leaves));

        Holds().ShouldBeTrue();
        EveryBit([entries[index]], Holds).ShouldBeEmpty();

        bool Holds() => MerkleProof.Includes(index, leaves.Length, MerkleTree.LeafHash(entries[index]), path, root);
    }, iter: 40);

    [Fact]
    public void No_bit_of_two_roots_or_of_their_proof_can_be_turned() => Trees.WithALeaf.Sample((leaves, index, _) =>
    {
        var earlier = index + 1;
        byte[][] parts = [MerkleTree.Root(leaves[..earlier]), MerkleTree.Root(leaves), .. MerkleTree.ConsistencyProof(leaves, earlier)];
        Holds().ShouldBeTrue();
        EveryBit(parts, Holds).ShouldBeEmpty();

        bool Holds() => MerkleProof.IsConsistent(earlier, leaves.Length, parts[0], parts[1], parts[2..]);
    }, iter: 40);

    [Fact]
    public void A_proof_with_a_hash_too_many_or_too_few_is_refused() => Trees.WithALeaf.Sample((leaves, index, extra) =>
    {
        var (size, root) = (leaves.Length, MerkleTree.Root(leaves));
        foreach (var path in Spoilt(MerkleTree.AuditPath(leaves, index), extra))
        {
            MerkleProof.Includes(index, size, leaves[index], path, root).ShouldBeFalse();
        }

        foreach (var proof in Spoilt(MerkleTree.ConsistencyProof(leaves, index + 1), extra))
        {
            MerkleProof.IsConsistent(index + 1, size, MerkleTree.Root(leaves[..(index + 1)]), root, proof).ShouldBeFalse();
        }
    });

    [Fact]
    public void A_size_that_asks_for_a_longer_proof_is_refused() => Trees.WithALeaf.Sample((leaves, index, _) =>
    {
        var (size, earlier, root) = (leaves.Length, index + 1, MerkleTree.Root(leaves));
        var proof = MerkleTree.ConsistencyProof(leaves, earlier);

        return !MerkleProof.Includes(index, 4L * size, leaves[index], MerkleTree.AuditPath(leaves, index), root)
            && !MerkleProof.IsConsistent(earlier, 4L * size, MerkleTree.Root(leaves[..earlier]), root, proof);
    });

    [Fact]
    public void A_leaf_changed_before_the_earlier_size_makes_two_trees_inconsistent() => Trees.WithALeaf.Sample((leaves, index, other) =>
    {
        var (earlier, before) = (index + 1, MerkleTree.Root(leaves[..(index + 1)]));
        byte[][] rewritten = [.. leaves];
        rewritten[index / 2] = other;

        return !MerkleProof.IsConsistent(earlier, leaves.Length, before, MerkleTree.Root(rewritten), MerkleTree.ConsistencyProof(rewritten, earlier));
    });

    [Fact]
    public void Whatever_is_given_the_answer_is_yes_or_no() => Gen.Select(Sizes, Sizes, Gen.Byte.Array[0, 33], Gen.OneOf(Gen.Byte.Array[32], Gen.Byte.Array[0, 40]).List[0, 70]).Sample((one, other, hash, path) =>
    {
        _ = MerkleProof.Includes(one, other, hash, path, hash);
        _ = MerkleProof.IsConsistent(one, other, hash, hash, path);
    });

    [Fact]
    public void The_greatest_sizes_and_what_is_not_there_are_judged_too()
    {
        byte[][] path = [.. Enumerable.Repeat(Trees.Leaves[0], 63)];

        MerkleProof.Includes(long.MaxValue - 1, long.MaxValue, Trees.Leaves[0], path, Trees.Leaves[0]).ShouldBeFalse();
        MerkleProof.IsConsistent(1L << 62, long.MaxValue, Trees.Leaves[0], Trees.Leaves[1], path).ShouldBeFalse();
        MerkleProof.Includes(0, 1, Trees.Leaves[0], null!, Trees.Leaves[0]).ShouldBeFalse();
        MerkleProof.IsConsistent(1, 2, Trees.Leaves[0], Trees.Leaves[1], [null!]).ShouldBeFalse();
    }

    /// <returns>The bits, as places, that can be turned without anybody noticing.</returns>
    private static IEnumerable<(int Part, int Bit)> EveryBit(byte[][] parts, Func<bool> holds)
    {
        foreach (var (part, bit) in parts.SelectMany((bytes, part) => Enumerable.Range(0, 8 * bytes.Length).Select(bit => (part, bit))))
        {
            parts[part][bit / 8] ^= (byte)(1 << (bit % 8));
            if (holds())
            {
                yield return (part, bit);
            }

            parts[part][bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static IEnumerable<byte[][]> Spoilt(IReadOnlyList<byte[]> proof, byte[] extra)
    {
        for (var place = 0; place <= proof.Count; place++)
        {
            yield return [.. proof.Take(place), extra, .. proof.Skip(place)];
        }

        for (var place = 0; place < proof.Count; place++)
        {
            yield return [.. proof.Take(place), .. proof.Skip(place + 1)];
            yield return [.. proof.Take(place), proof[place][..31], .. proof.Skip(place + 1)];
        }
    }
}
