using System.Buffers.Text;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace EssConsult.Tickets.Keys;

/// <summary>An Ed25519 public key: what a door, or a third party years later, needs to tell a genuine signature.</summary>
public sealed class TicketPublicKey
{
    /// <summary>Bytes of a public key.</summary>
    public const int Length = 32;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureLength = 64;

    private const string PemLabel = "PUBLIC KEY";

    // SubjectPublicKeyInfo of Ed25519 (RFC 8410): the same twelve bytes before every key.
    private static readonly byte[] SpkiHead = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

    private readonly byte[] bytes;

    private TicketPublicKey(byte[] bytes) => this.bytes = bytes;

    /// <summary>Eleven characters that tell keys apart: the first 8 bytes of the key's SHA-256, in base64url.</summary>
    public string Fingerprint => Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 8));

    /// <summary>The key of 32 raw bytes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes that are a point of the curve.</exception>
    public static TicketPublicKey FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length && Ed25519.ValidatePublicKeyPartial(bytes.ToArray(), 0)
            ? new(bytes.ToArray())
            : throw new ArgumentException("A public Ed25519 key is 32 bytes that are a point of the curve.", nameof(bytes));

    /// <summary>The key that <see cref="ToBase64"/> wrote.</summary>
    /// <exception cref="FormatException">Not base64.</exception>
    /// <exception cref="ArgumentException">Not an Ed25519 key.</exception>
    public static TicketPublicKey FromBase64(string text) => FromBytes(Convert.FromBase64String(text));

    /// <summary>The key that <see cref="ToPem"/>, or <c>openssl pkey -pubout</c>, wrote.</summary>
    /// <exception cref="ArgumentException">Not the PEM of an Ed25519 public key.</exception>
    public static TicketPublicKey FromPem(string pem)
    {
        var fields = PemEncoding.Find(pem);
        var spki = pem.AsSpan(fields.Label).SequenceEqual(PemLabel) ? Convert.FromBase64String(pem[fields.Base64Data]) : [];
        return spki.AsSpan().StartsWith(SpkiHead) ? FromBytes(spki.AsSpan(SpkiHead.Length)) : throw new ArgumentException("Not the PEM of an Ed25519 public key.", nameof(pem));
    }

    /// <summary>The 32 bytes of RFC 8032.</summary>
    public byte[] ToBytes() => [.. bytes];

    /// <summary>The 32 bytes in base64: 44 characters, what a script imports as a raw key.</summary>
    public string ToBase64() => Convert.ToBase64String(bytes);

    /// <summary>SubjectPublicKeyInfo in PEM (RFC 8410), as openssl reads it.</summary>
    public string ToPem() => PemEncoding.WriteString(PemLabel, [.. SpkiHead, .. bytes]) + "\n";

    /// <summary>False too for a signature that is not 64 bytes.</summary>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength && Ed25519.Verify(signature.ToArray(), 0, bytes, 0, message.ToArray(), 0, message.Length);
}
