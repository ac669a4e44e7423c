using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace EssConsult.Voting.Secrecy;

/// <summary>
/// HPKE in base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. One message for each encapsulation. The arithmetic of
/// X25519 is BouncyCastle's, the rest is the platform's.
/// </summary>
internal static class SealedBox
{
    /// <summary>Bytes of a key, public or private.</summary>
    public const int KeyLength = X25519.PointSize;

    /// <summary>By how much a box is longer than what is in it.</summary>
    public const int Overhead = KeyLength + Tag;

    private const int Tag = 16, AeadKey = 16, Nonce = 12, Hash = 32;

    private static readonly byte[] Kem = [.. "KEM"u8, 0x00, 0x20];
    private static readonly byte[] Suite = [.. "HPKE"u8, 0x00, 0x20, 0x00, 0x01, 0x00, 0x01];

    public static byte[] NewPrivateKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static byte[] PublicOf(byte[] privateKey)
    {
        var key = new byte[KeyLength];
        X25519.ScalarMultBase(privateKey, 0, key, 0);
        return key;
    }

    /// <param name="info">What the box is for.</param>
    /// <param name="aad">Whose it is: a box that is moved to somebody else does not open.</param>
    public static byte[] Seal(byte[] publicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> message) => Seal(publicKey, NewPrivateKey(), info, aad, message);

    /// <summary>With an ephemeral key that a test knows.</summary>
    internal static byte[] Seal(byte[] publicKey, byte[] ephemeral, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> message)
    {
        var enc = PublicOf(ephemeral);
        var (key, nonce) = Schedule(Encapsulate(ephemeral, publicKey, enc, publicKey), info);
        var box = new byte[Overhead + message.Length];
        enc.CopyTo(box, 0);
        using var aead = new AesGcm(key, Tag);
        aead.Encrypt(nonce, message, box.AsSpan(KeyLength, message.Length), box.AsSpan(KeyLength + message.Length), aad);
        return box;
    }

    /// <returns>Null when the box was not sealed to this key, for this use and owner, or was altered.</returns>
    public static byte[]? Open(byte[] privateKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> box)
    {
        if (box.Length < Overhead)
        {
            return null;
        }

        try
        {
            var enc = box[..KeyLength].ToArray();
            var (key, nonce) = Schedule(Encapsulate(privateKey, enc, enc, PublicOf(privateKey)), info);
            var message = new byte[box.Length - Overhead];
            using var aead = new AesGcm(key, Tag);
            aead.Decrypt(nonce, box[KeyLength..^Tag], box[^Tag..], message, aad);
            return message;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <exception cref="CryptographicException">The point is one of those that give the same secret to everybody (RFC 7748, §6.1).</exception>
    private static byte[] Encapsulate(byte[] scalar, byte[] point, byte[] enc, byte[] recipient)
    {
        var dh = new byte[KeyLength];
        if (!X25519.CalculateAgreement(scalar, 0, point, 0, dh, 0))
        {
            throw new CryptographicException("A point of low order.");
        }

        return Expand(Kem, Extract(Kem, [], "eae_prk", dh), "shared_secret", [.. enc, .. recipient], Hash);
    }

    private static (byte[] Key, byte[] Nonce) Schedule(byte[] shared, ReadOnlySpan<byte> info)
    {
        byte[] context = [0, .. Extract(Suite, [], "psk_id_hash", []), .. Extract(Suite, [], "info_hash", info)];
        var secret = Extract(Suite, shared, "secret", []);
        return (Expand(Suite, secret, "key", context, AeadKey), Expand(Suite, secret, "base_nonce", context, Nonce));
    }

    private static byte[] Extract(byte[] suite, byte[] salt, string label, ReadOnlySpan<byte> input) =>
        HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. input], salt);

    private static byte[] Expand(byte[] suite, byte[] key, string label, ReadOnlySpan<byte> info, int length) =>
        HKDF.Expand(HashAlgorithmName.SHA256, key, length, [0, (byte)length, .. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. info]);
}
