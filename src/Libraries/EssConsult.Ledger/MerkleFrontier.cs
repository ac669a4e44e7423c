using System.Numerics;

namespace EssConsult.Ledger;

/// <summary>
/// A Merkle tree that only grows, kept as the roots of its complete subtrees: about log₂ n hashes, enough to append a leaf and to know the root.
/// Not safe for several threads at once.
/// </summary>
public sealed class MerkleFrontier
{
    private readonly List<byte[]> peaks = [];

    /// <summary>A tree without leaves.</summary>
    public MerkleFrontier()
    {
    }

    /// <summary>A tree of <paramref name="size"/> leaves, as <see cref="Peaks"/> once described it.</summary>
    /// <exception cref="ArgumentException">The number of peaks is not that of the ones in the size written in base two, or a peak is not 32 bytes long.</exception>
    public MerkleFrontier(long size, IReadOnlyList<byte[]> peaks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (peaks.Count != BitOperations.PopCount((ulong)size) || peaks.Any(peak => peak is not { Length: MerkleTree.HashLength }))
        {
            throw new ArgumentException($"A tree of {size} leaves has one peak of {MerkleTree.HashLength} bytes for each complete subtree.", nameof(peaks));
        }

        Size = size;
        this.peaks.AddRange(peaks.Select(Copy));
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Roots of the complete subtrees, 32 bytes each, the largest first: what to keep in order to go on later.</summary>
    public IReadOnlyList<byte[]> Peaks => [.. peaks.Select(Copy)];

    /// <summary>Adds a leaf hash (32 bytes) behind the others, in at most log₂ n hashes.</summary>
    /// <exception cref="ArgumentException">The leaf hash is not 32 bytes long.</exception>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != MerkleTree.HashLength)
        {
            throw new ArgumentException($"A hash has {MerkleTree.HashLength} bytes.", nameof(leafHash));
        }

        var peak = leafHash.ToArray();
        // As many subtrees are completed by this leaf as ones are carried when one is added to the size.
        for (var complete = BitOperations.TrailingZeroCount(~Size); complete > 0; complete--)
        {
            peak = MerkleTree.NodeHash(peaks[^1], peak);
            peaks.RemoveAt(peaks.Count - 1);
        }

        peaks.Add(peak);
        Size++;
    }

    /// <summary>The root, 32 bytes, in at most log₂ n hashes: that of <see cref="MerkleTree.Root"/> over the same leaves (RFC 6962, §2.1).</summary>
    public byte[] Root()
    {
        if (peaks.Count == 0)
        {
            return MerkleTree.Root([]);
        }

        var root = Copy(peaks[^1]);
        for (var left = peaks.Count - 2; left >= 0; left--)
        {
            root = MerkleTree.NodeHash(peaks[left], root);
        }

        return root;
    }

    private static byte[] Copy(byte[] hash) => [.. hash];
}
