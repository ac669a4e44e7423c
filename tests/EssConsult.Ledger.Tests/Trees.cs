using CsCheck;

namespace EssConsult.Ledger.Tests;

internal static class Trees
{
    public const int Most = 200;

    public static readonly byte[][] Leaves = [.. Enumerable.Range(0, Most).Select(entry => MerkleTree.LeafHash([(byte)entry]))];

    /// <summary>1 to 200 leaf hashes, the place of one of them, and a hash from elsewhere.</summary>
    public static readonly Gen<(byte[][] Leaves, int Index, byte[] Other)> WithALeaf =
        from leaves in Gen.Byte.Array[32].Array[1, Most]
        from index in Gen.Int[0, leaves.Length - 1]
        from other in Gen.Byte.Array[32]
        select (leaves, index, other);
}
