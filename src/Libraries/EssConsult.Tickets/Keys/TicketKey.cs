using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace EssConsult.Tickets.Keys;

/// <summary>The site's private Ed25519 key (RFC 8032): it signs tickets and attendance statements. Signatures are deterministic.</summary>
public sealed class TicketKey
{
    /// <summary>Bytes of a private key.</summary>
    public const int Length = 32;

    private readonly byte[] seed;
    private readonly byte[] publicBytes = new byte[TicketPublicKey.Length];

    private TicketKey(byte[] seed)
    {
        this.seed = seed;
        Ed25519.GeneratePublicKey(seed, 0, publicBytes, 0);
        Public = TicketPublicKey.FromBytes(publicBytes);
    }

    /// <summary>What others need to check this key's signatures.</summary>
    public TicketPublicKey Public { get; }

    /// <summary>A new key from the system's random numbers.</summary>
    public static TicketKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key that <see cref="ToBytes"/> gave.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static TicketKey FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new(bytes.ToArray()) : throw new ArgumentException("A private Ed25519 key has 32 bytes.", nameof(bytes));

    /// <summary>The 32 bytes to keep secret (RFC 8032's private key); the caller encrypts them at rest.</summary>
    public byte[] ToBytes() => [.. seed];

    /// <summary>64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[TicketPublicKey.SignatureLength];
        Ed25519.Sign(seed, 0, publicBytes, 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }
}
