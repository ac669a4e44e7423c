using CsCheck;
using EssConsult.Tickets.Keys;

namespace EssConsult.Tickets.Tests;

public sealed class TicketKeyTests
{
    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_standards_vectors_hold(string privateKey, string publicKey, string message, string signature)
    {
        var key = TicketKey.FromBytes(Convert.FromHexString(privateKey));

        Convert.ToHexStringLower(key.Public.ToBytes()).ShouldBe(publicKey);
        Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))).ShouldBe(signature);
        key.Public.Verifies(Convert.FromHexString(message), Convert.FromHexString(signature)).ShouldBeTrue();
    }

    // RFC 8410, section 10.1.
    [Fact]
    public void A_public_key_is_written_as_openssl_reads_it()
    {
        const string Pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
        var key = TicketPublicKey.FromBytes(Convert.FromHexString("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"));

        key.ToPem().ShouldBe(Pem);
        TicketPublicKey.FromPem(Pem).ToBase64().ShouldBe(key.ToBase64());
    }

    [Fact]
    public void A_key_comes_back_from_each_of_its_forms() => Gen.Byte.Array[TicketKey.Length].Sample(
        seed =>
        {
            var key = TicketKey.FromBytes(seed);
            return key.ToBytes().AsSpan().SequenceEqual(seed)
                && TicketPublicKey.FromBase64(key.Public.ToBase64()).ToPem() == key.Public.ToPem()
                && TicketPublicKey.FromPem(key.Public.ToPem()).Fingerprint == key.Public.Fingerprint;
        },
        iter: 50);

    [Fact]
    public void Two_new_keys_differ() => TicketKey.Create().Public.Fingerprint.ShouldNotBe(TicketKey.Create().Public.Fingerprint);

    [Fact]
    public void What_is_no_key_is_refused()
    {
        Should.Throw<ArgumentException>(() => TicketKey.FromBytes(new byte[31]));
        Should.Throw<ArgumentException>(() => TicketPublicKey.FromBytes(new byte[33]));
        Should.Throw<ArgumentException>(() => TicketPublicKey.FromPem(TicketKey.Create().Public.ToPem().Replace("PUBLIC", "PRIVATE", StringComparison.Ordinal)));
        TicketKey.Create().Public.Verifies([1], new byte[63]).ShouldBeFalse();
    }
}
