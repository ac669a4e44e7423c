using System.Numerics;
using System.Security.Cryptography;

namespace EssConsult.Ledger;

/// <summary>
/// A Merkle tree over SHA-256: one root commits to every leaf and to their order, and a few hashes prove a leaf or a growth (RFC 6962, §2.1).
/// Leaves are given as their hashes, so that an erased entry leaves every proof valid. Wrong lengths are an <see cref="ArgumentException"/>.
/// </summary>
public static class MerkleTree
{
    /// <summary>Bytes of every hash: 32.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>The hash of an entry: SHA-256 of 0x00 ‖ entry, 32 bytes (RFC 6962, §2.1).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> entry) => SHA256.HashData([0x00, .. entry]);

    /// <summary>The hash of two neighbours: SHA-256 of 0x01 ‖ left ‖ right, 32 bytes each (RFC 6962, §2.1).</summary>
    /// <exception cref="ArgumentException">A hash is not 32 bytes long.</exception>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Check(left);
        Check(right);
        return SHA256.HashData([0x01, .. left, .. right]);
    }

    /// <summary>The root of a list of leaf hashes, 32 bytes; of no leaf, SHA-256 of nothing (RFC 6962, §2.1).</summary>
    /// <exception cref="ArgumentException">A leaf hash is not 32 bytes long.</exception>
    public static byte[] Root(IReadOnlyList<byte[]> leafHashes) => leafHashes.Count == 0 ? SHA256.HashData([]) : Subtree(leafHashes, 0, leafHashes.Count);

    /// <summary>The audit path that proves the leaf at <paramref name="index"/> (from 0), nearest hash first (RFC 6962, §2.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<byte[]> AuditPath(IReadOnlyList<byte[]> leafHashes, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leafHashes.Count);

        // From the root down: what is met last stands first in the path.
        var path = new Stack<byte[]>();
        for (var (start, count) = (0, leafHashes.Count); count > 1;)
        {
            var left = Split(count);
            if (index < start + left)
            {
                path.Push(Subtree(leafHashes, start + left, count - left));
                count = left;
            }
            else
            {
                path.Push(Subtree(leafHashes, start, left));
                (start, count) = (start + left, count - left);
            }
        }

        return [.. path];
    }

    /// <summary>The hashes that prove that the first <paramref name="earlierSize"/> leaves (1 to all) still stand first, unchanged (RFC 6962, §2.1.2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree never had that size.</exception>
    public static IReadOnlyList<byte[]> ConsistencyProof(IReadOnlyList<byte[]> leafHashes, int earlierSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(earlierSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlierSize, leafHashes.Count);

        var proof = new Stack<byte[]>();
        var (start, count) = (0, leafHashes.Count);
        while (start + count > earlierSize)
        {
            var left = Split(count);
            if (earlierSize <= start + left)
            {
                proof.Push(Subtree(leafHashes, start + left, count - left));
                count = left;
            }
            else
            {
                proof.Push(Subtree(leafHashes, start, left));
                (start, count) = (start + left, count - left);
            }
        }

        // A whole earlier tree is known by its root; only a part of one has to be given.
        if (start > 0)
        {
            proof.Push(Subtree(leafHashes, start, count));
        }

        return [.. proof];
    }

    private static byte[] Subtree(IReadOnlyList<byte[]> leafHashes, int start, int count)
    {
        if (count == 1)
        {
            Check(leafHashes[start]);
            return [.. leafHashes[start]];
        }

        var left = Split(count);
        return NodeHash(Subtree(leafHashes, start, left), Subtree(leafHashes, start + left, count - left));
    }

    /// <summary>The greatest power of two below the count (RFC 6962, §2.1).</summary>
    private static int Split(int count) => 1 << BitOperations.Log2((uint)count - 1);

    private static void Check(ReadOnlySpan<byte> hash)
    {
        if (hash.Length != HashLength)
        {
            throw new ArgumentException($"A hash has {HashLength} bytes.", nameof(hash));
        }
    }
}
