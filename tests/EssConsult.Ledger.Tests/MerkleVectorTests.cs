using System.Text.Json;

namespace EssConsult.Ledger.Tests;

/// <summary>Trees and proofs of transparency-dev/merkle (testonly/constants.go, testdata/inclusion and testdata/consistency, Apache-2.0), which follow RFC 6962.</summary>
public sealed class MerkleVectorTests
{
    private static readonly byte[][] Leaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(entry => MerkleTree.LeafHash(Convert.FromHexString(entry)))];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_the_published_ones(int size, string root)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in Leaves[..size])
        {
            frontier.Append(leaf);
        }

        Convert.ToHexStringLower(MerkleTree.Root(Leaves[..size])).ShouldBe(root);
        Convert.ToHexStringLower(frontier.Root()).ShouldBe(root);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8, "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=", "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=", "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=")]
    [InlineData(5, 8, "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=", "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=", "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=")]
    [InlineData(2, 3, "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=")]
    [InlineData(1, 5, "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=", "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=", "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=")]
    public void Audit_paths_are_the_published_ones(int index, int size, params string[] path)
    {
        var leaves = Leaves[..size];

        MerkleTree.AuditPath(leaves, index).Select(Convert.ToBase64String).ShouldBe(path);
        MerkleProof.Includes(index, size, leaves[index], Hashes(path), MerkleTree.Root(leaves)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8, "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=", "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=", "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=")]
    [InlineData(6, 8, "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=", "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=", "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=")]
    [InlineData(2, 5, "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=", "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=")]
    [InlineData(6, 7, "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=", "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=", "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=")]
    public void Consistency_proofs_are_the_published_ones(int earlier, int later, params string[] proof)
    {
        MerkleTree.ConsistencyProof(Leaves[..later], earlier).Select(Convert.ToBase64String).ShouldBe(proof);
        MerkleProof.IsConsistent(earlier, later, MerkleTree.Root(Leaves[..earlier]), MerkleTree.Root(Leaves[..later]), Hashes(proof)).ShouldBeTrue();
    }

    [Fact]
    public void All_98_published_audit_paths_good_and_broken_are_judged_right() =>
        Wrong("inclusion", proof => MerkleProof.Includes(Number(proof, "leafIdx"), Number(proof, "treeSize"), Hash(proof, "leafHash"), Path(proof), Hash(proof, "root"))).ShouldBeEmpty();

    [Fact]
    public void All_98_published_consistency_proofs_good_and_broken_are_judged_right() =>
        Wrong("consistency", proof => MerkleProof.IsConsistent(Number(proof, "size1"), Number(proof, "size2"), Hash(proof, "root1"), Hash(proof, "root2"), Path(proof))).ShouldBeEmpty();

    private static List<string> Wrong(string kind, Func<JsonElement, bool> holds)
    {
        if (RealData.Read("rfc6962-vectors.json") is not { } json)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        var cases = document.RootElement.GetProperty(kind);
        cases.GetArrayLength().ShouldBe(98);
        return [.. cases.EnumerateArray().Where(proof => holds(proof) == proof.GetProperty("wantErr").GetBoolean()).Select(proof => proof.GetProperty("file").GetString()!)];
    }

    /// <summary>The cases count in 64 bits without a sign: what is beyond ours becomes negative, and stays wrong.</summary>
    private static long Number(JsonElement proof, string name) => unchecked((long)proof.GetProperty(name).GetUInt64());

    private static byte[] Hash(JsonElement proof, string name) => proof.GetProperty(name).GetBytesFromBase64();

    private static byte[][] Path(JsonElement proof) =>
        proof.GetProperty("proof") is { ValueKind: JsonValueKind.Array } hashes ? [.. hashes.EnumerateArray().Select(hash => hash.GetBytesFromBase64())] : [];

    private static byte[][] Hashes(string[] base64) => [.. base64.Select(Convert.FromBase64String)];
}
