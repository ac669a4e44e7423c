using System.Numerics;

namespace EssConsult.Ledger;

/// <summary>Judges proofs that somebody else made: whatever is given, the answer is yes or no and never an exception (RFC 9162, §2.1.3.2 and §2.1.4.2, for the trees of RFC 6962).</summary>
public static class MerkleProof
{
    /// <summary>Whether the audit path leads from a leaf hash, at <paramref name="index"/> (from 0) of <paramref name="size"/> leaves, to the root.</summary>
    public static bool Includes(long index, long size, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leafHash.Length != MerkleTree.HashLength || !AreHashes(path))
        {
            return false;
        }

        var hash = leafHash.ToArray();
        var (node, last) = (index, size - 1);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(ref node, ref last))
            {
                hash = MerkleTree.NodeHash(sibling, hash);
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether a tree of <paramref name="earlierSize"/> leaves (at least 1) is the beginning of one of <paramref name="laterSize"/>.</summary>
    public static bool IsConsistent(long earlierSize, long laterSize, ReadOnlySpan<byte> earlierRoot, ReadOnlySpan<byte> laterRoot, IReadOnlyList<byte[]> proof)
    {
        if (earlierSize < 1 || earlierSize > laterSize || !AreHashes(proof))
        {
            return false;
        }

        if (earlierSize == laterSize)
        {
            return proof.Count == 0 && earlierRoot.SequenceEqual(laterRoot);
        }

        if (earlierRoot.Length != MerkleTree.HashLength)
        {
            return false;
        }

        // The root of a complete tree is a node of every later one: the proof need not repeat it.
        byte[][] hashes = BitOperations.IsPow2(earlierSize) ? [earlierRoot.ToArray(), .. proof] : [.. proof];
        return Rebuild(earlierSize, laterSize, hashes) is { } roots && earlierRoot.SequenceEqual(roots.Earlier) && laterRoot.SequenceEqual(roots.Later);
    }

    /// <returns>Both roots, as the hashes make them; <see langword="null"/> where there are too few or too many.</returns>
    private static (byte[] Earlier, byte[] Later)? Rebuild(long earlierSize, long laterSize, byte[][] hashes)
    {
        if (hashes.Length == 0)
        {
            return null;
        }

        var shared = BitOperations.TrailingZeroCount(earlierSize);
        var (node, last) = ((earlierSize - 1) >> shared, (laterSize - 1) >> shared);
        var (earlier, later) = (hashes[0], hashes[0]);
        foreach (var sibling in hashes.AsSpan(1))
        {
            if (last == 0)
            {
                return null;
            }

            if (IsRight(ref node, ref last))
            {
                (earlier, later) = (MerkleTree.NodeHash(sibling, earlier), MerkleTree.NodeHash(sibling, later));
            }
            else
            {
                later = MerkleTree.NodeHash(later, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 ? (earlier, later) : null;
    }

    /// <summary>Whether the next hash stands on the left; a last node without a right neighbour first climbs to where it is a right one.</summary>
    private static bool IsRight(ref long node, ref long last)
    {
        if (node != last)
        {
            return (node & 1) == 1;
        }

        var climb = BitOperations.TrailingZeroCount(node);
        (node, last) = (node >> climb, last >> climb);
        return true;
    }

    private static bool AreHashes(IReadOnlyList<byte[]>? hashes) => hashes is not null && hashes.All(hash => hash is { Length: MerkleTree.HashLength });
}
