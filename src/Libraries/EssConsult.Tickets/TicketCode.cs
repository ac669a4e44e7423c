using System.Text;
using EssConsult.Tickets.Keys;

namespace EssConsult.Tickets;

/// <summary>
/// The text in a ticket's QR code: 38 bytes and their Ed25519 signature in base45, 153 characters, which fit version 6
/// (41 × 41 modules) at error correction M. The README draws the bytes.
/// </summary>
public static class TicketCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 153;

    private const int Version = 1;
    private const int AttendeeAt = 1 + EventKey.Length;
    private const int SecretAt = AttendeeAt + 16;
    private const int SignatureAt = SecretAt + TicketSecret.Length;

    // What the key signs elsewhere begins otherwise: no signature can be carried from one use to the other.
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("ESSCONSULT-TICKET\n");

    /// <summary>The code of a ticket; the same ticket and key always give the same code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind of seat is not one of <see cref="SeatKind"/>.</exception>
    public static string Issue(Ticket ticket, TicketKey key)
    {
        if (!Enum.IsDefined(ticket.Kind))
        {
            throw new ArgumentOutOfRangeException(nameof(ticket), ticket.Kind, "Not a kind of seat.");
        }

        byte[] payload = [(byte)((Version << 4) | (int)ticket.Kind), .. ticket.Event.ToBytes(), .. ticket.Attendee.ToByteArray(bigEndian: true), .. ticket.Secret.ToBytes()];
        return Base45.Encode([.. payload, .. key.Sign([.. Purpose, .. payload])]);
    }

    /// <summary>Reads a code that somebody presents at the door of <paramref name="expected"/>; never throws for what it contains.</summary>
    public static TicketReading Read(string code, TicketPublicKey key, EventKey expected)
    {
        // Readers that act as keyboards end with a newline, which no code does, and lose the spaces that a code may begin with.
        var text = code.TrimEnd();
        if (Base45.Decode(text.Length is > Length - 3 and < Length ? text.PadLeft(Length) : text) is not { Length: > 0 } bytes)
        {
            return new(TicketVerdict.Unreadable);
        }

        if (bytes[0] >> 4 != Version || !Enum.IsDefined((SeatKind)(bytes[0] & 15)))
        {
            return new(TicketVerdict.UnknownVersion);
        }

        if (bytes.Length != SignatureAt + TicketPublicKey.SignatureLength)
        {
            return new(TicketVerdict.Unreadable);
        }

        var payload = bytes.AsSpan(0, SignatureAt);
        if (!key.Verifies([.. Purpose, .. payload], bytes.AsSpan(SignatureAt)))
        {
            return new(TicketVerdict.WrongSignature);
        }

        var ticket = new Ticket(
            EventKey.FromBytes(payload[1..AttendeeAt]),
            new Guid(payload[AttendeeAt..SecretAt], bigEndian: true),
            (SeatKind)(bytes[0] & 15),
            TicketSecret.FromBytes(payload[SecretAt..]));
        return new(ticket.Event == expected ? TicketVerdict.Genuine : TicketVerdict.OtherEvent, ticket);
    }
}
