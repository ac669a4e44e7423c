using System.Text;
using EssConsult.BallotRecord;
using EssConsult.Tally;
using EssConsult.Voting.Secrecy;

namespace EssConsult.Voting.Tests;

public sealed class SealedBoxTests
{
    /// <summary>RFC 9180, appendix A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, the first message.</summary>
    [Fact]
    public void It_writes_and_opens_the_message_of_the_standard()
    {
        var (ephemeral, recipient) = (Hex("52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736"), Hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"));
        var (info, aad, message) = (Hex("4f6465206f6e2061204772656369616e2055726e"), Hex("436f756e742d30"), Hex("4265617574792069732074727574682c20747275746820626561757479"));

        var box = SealedBox.Seal(SealedBox.PublicOf(recipient), ephemeral, info, aad, message);

        Convert.ToHexStringLower(SealedBox.PublicOf(recipient)).ShouldBe("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
        Convert.ToHexStringLower(box).ShouldBe("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a");
        SealedBox.Open(recipient, info, aad, box).ShouldBe(message);
    }

    [Fact]
    public void A_box_opens_for_its_key_its_use_and_its_owner_alone()
    {
        var (mine, other) = (SealedBox.NewPrivateKey(), SealedBox.NewPrivateKey());
        var box = SealedBox.Seal(SealedBox.PublicOf(mine), "vote"u8, "voter"u8, "choice"u8);

        SealedBox.Open(mine, "vote"u8, "voter"u8, box).ShouldBe("choice"u8.ToArray());
        SealedBox.Open(other, "vote"u8, "voter"u8, box).ShouldBeNull();
        SealedBox.Open(mine, "another vote"u8, "voter"u8, box).ShouldBeNull();
        SealedBox.Open(mine, "vote"u8, "somebody else"u8, box).ShouldBeNull();
        box[^1] ^= 1;
        SealedBox.Open(mine, "vote"u8, "voter"u8, box).ShouldBeNull();
    }

    [Fact]
    public void Two_envelopes_of_different_choices_have_one_length_and_need_both_keys()
    {
        var (one, two) = (SealedBox.NewPrivateKey(), SealedBox.NewPrivateKey());
        var rule = new BallotRule { Id = "b", Keys = [Public(one), Public(two)], Questions = [new("q1", "Laquelle ?", new TallyRule { Method = TallyMethod.Approval }, [new("o1", "A"), new("o2", "B")])] };
        var sealing = new DoubleEnvelope();

        var (blank, full) = (sealing.Seal(rule, "v", """{"q1":null}""").Envelope!, sealing.Seal(rule, "v", """{"q1":["o1","o2"]}""").Envelope!);

        blank.Length.ShouldBe(full.Length);
        sealing.Open(rule, [one, two], "v", full).ShouldBe("""{"q1":["o1","o2"]}""");
        sealing.Open(rule, [one], "v", full).ShouldNotBe("""{"q1":["o1","o2"]}""");
        sealing.Open(rule, [two, one], "v", full).ShouldBeNull();
    }

    [Fact]
    public void A_key_file_under_a_passphrase_opens_with_it_alone()
    {
        var key = SealedBox.NewPrivateKey();
        var file = KeyFile.Write(Guid.NewGuid(), "Élection", key, "une phrase assez longue");

        Encoding.UTF8.GetString(file).ShouldNotContain(Convert.ToHexStringLower(key));
        KeyFile.Read(file, "une phrase assez longue").ShouldBe(key);
        Should.Throw<EssConsult.Kernel.Data.RuleException>(() => KeyFile.Read(file, "une autre phrase")).Code.ShouldBe("ballot.passphrase");
        Should.Throw<EssConsult.Kernel.Data.RuleException>(() => KeyFile.Read("pas une clé"u8, null)).Code.ShouldBe("ballot.key-file");
    }

    private static string Public(byte[] key) => Convert.ToHexStringLower(SealedBox.PublicOf(key));

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
