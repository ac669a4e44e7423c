using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EssConsult.Tickets;

/// <summary>
/// 128 random bits that only a ticket and the site hold: they open the attendee's record in a door file.
/// A new secret is a new ticket: the old one opens nothing any more.
/// </summary>
public readonly record struct TicketSecret
{
    /// <summary>Bytes of a secret.</summary>
    public const int Length = 16;

    private readonly UInt128 value;

    private TicketSecret(ReadOnlySpan<byte> bytes) => value = BinaryPrimitives.ReadUInt128BigEndian(bytes);

    /// <summary>A new secret from the system's random numbers.</summary>
    public static TicketSecret Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The secret that <see cref="ToBytes"/> gave.</summary>
    /// <exception cref="ArgumentException">Not sixteen bytes.</exception>
    public static TicketSecret FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new(bytes) : throw new ArgumentException("A ticket's secret has sixteen bytes.", nameof(bytes));

    /// <summary>Sixteen bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>Says nothing: a secret that slips into a log is no secret.</summary>
    public override string ToString() => nameof(TicketSecret);
}
