namespace EssConsult.BallotScreening.Tests;

/// <summary>One mailbox, one hash; and no hash without the key.</summary>
public sealed class AddressTests
{
    private static readonly AddressKey Key = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    [Theory]
    [InlineData("lea.martin@gmail.com", "LEAMARTIN+prix@GoogleMail.com")]
    [InlineData("lea.martin@gmail.com", " l.e.a.m.a.r.t.i.n@gmail.com ")]
    [InlineData("léa@exemple.fr", "le\u0301a@exemple.fr")]
    [InlineData("lea@protonmail.com", "l.e.a+2@proton.me")]
    [InlineData("lea@hôtel.fr", "Lea@xn--htel-vqa.fr")]
    [InlineData("lea+prix@exemple.fr", "lea@exemple.fr.")]
    public void Spellings_of_one_mailbox_are_one(string one, string other) => Key.Of(other)!.Address.ShouldBe(Key.Of(one)!.Address);

    [Theory]
    [InlineData("lea.martin@orange.fr", "leamartin@orange.fr")]
    [InlineData("lea@exemple.fr", "lea@exemple.com")]
    [InlineData("lea1@exemple.fr", "lea2@exemple.fr")]
    public void Different_mailboxes_stay_different(string one, string other) => Key.Of(other)!.Address.ShouldNotBe(Key.Of(one)!.Address);

    [Theory]
    [InlineData(""), InlineData("lea"), InlineData("@exemple.fr"), InlineData("lea@"), InlineData("+tag@exemple.fr x\n"), InlineData("lea@exa mple..fr")]
    public void What_is_no_address_has_no_hash(string text) => Key.Of(text).ShouldBeNull();

    [Fact]
    public void Half_a_character_is_no_address() => Key.Of("\ud800@exemple.fr").ShouldBeNull();

    [Fact]
    public void The_hash_is_that_of_HMAC_SHA256_and_another_key_gives_another()
    {
        // printf 'address\nlea@exemple.fr' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData([.. Enumerable.Range(0, 32).Select(number => (byte)number)], "address\nlea@exemple.fr"u8));

        Key.Of("Lea@exemple.fr")!.Address.ShouldBe(expected);
        new AddressKey(new byte[32]).Of("lea@exemple.fr")!.Address.ShouldNotBe(expected);
        Should.Throw<ArgumentException>(() => new AddressKey(new byte[16]));
    }

    [Fact]
    public void Numbered_names_share_a_skeleton_and_invented_ones_a_shape()
    {
        Key.Of("lea12@exemple.fr")!.Skeleton.ShouldBe(Key.Of("lea007@exemple.fr")!.Skeleton);
        Key.Of("lea12@exemple.fr")!.Skeleton.ShouldNotBe(Key.Of("leo12@exemple.fr")!.Skeleton);
        Key.Of("xkqzv@exemple.fr")!.Shape.ShouldBe(Key.Of("pwjrt@exemple.fr")!.Shape);
        (Key.Of("a@yopmail.com")!.IsDisposable, Key.Of("a@x.yopmail.com")!.IsDisposable, Key.Of("a@notyopmail.com")!.IsDisposable, Key.Of("a@gmail.com")!.IsCommonDomain).ShouldBe((true, true, false, true));
    }
}
