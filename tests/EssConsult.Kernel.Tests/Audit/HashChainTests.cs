using EssConsult.Ledger;

namespace EssConsult.Kernel.Tests.Audit;

public sealed class HashChainTests
{
    /// <summary>Computed with <c>printf '%064d\nfirst' 0 | sha256sum</c>.</summary>
    [Fact]
    public void A_link_is_the_SHA_256_of_the_one_before_and_the_entry() =>
        HashChain.Next(HashChain.Origin, "first").ShouldBe("cdb8c87e2a19738561b9a74015641e0ca1d0d050a9c55aa46025f19e79d90ad8");

    [Fact]
    public void Every_link_commits_to_all_before_it() =>
        HashChain.Next(HashChain.Next(HashChain.Origin, "a"), "b").ShouldNotBe(HashChain.Next(HashChain.Next(HashChain.Origin, "b"), "b"));

    [Theory, InlineData(""), InlineData("00"), InlineData("G000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_not_a_link_is_refused(string previous) => Should.Throw<ArgumentException>(() => HashChain.Next(previous, "entry"));
}
