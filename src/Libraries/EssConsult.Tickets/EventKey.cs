using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Tickets;

/// <summary>
/// 40 bits that stand for an event on its tickets. Two of a thousand events share one with a chance below one in a million;
/// a ticket of the other would still be on no list of this one.
/// </summary>
public readonly record struct EventKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 5;

    private readonly ulong value;

    private EventKey(ReadOnlySpan<byte> bytes)
    {
        foreach (var part in bytes)
        {
            value = (value << 8) | part;
        }
    }

    /// <summary>The first 40 bits of the SHA-256 of the event's identifier.</summary>
    public static EventKey Of(string eventId) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"essconsult-event\n{eventId}")).AsSpan(0, Length));

    /// <summary>The key of five bytes.</summary>
    /// <exception cref="ArgumentException">Not five bytes.</exception>
    public static EventKey FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new(bytes) : throw new ArgumentException("An event key has five bytes.", nameof(bytes));

    /// <summary>Five bytes, the most significant first.</summary>
    public byte[] ToBytes() => [(byte)(value >> 32), (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    /// <summary>Seven characters of base64url.</summary>
    public override string ToString() => Base64Url.EncodeToString(ToBytes());
}
