namespace EssConsult.Tickets;

/// <summary>What reading a code found.</summary>
public enum TicketVerdict
{
    /// <summary>Signed by the site, for this event.</summary>
    Genuine,

    /// <summary>Not a ticket: other characters, another length.</summary>
    Unreadable,

    /// <summary>A ticket of a version, or for a kind of seat, that this reader does not know.</summary>
    UnknownVersion,

    /// <summary>Looks like a ticket; this key has not signed it.</summary>
    WrongSignature,

    /// <summary>Signed by the site, for another event.</summary>
    OtherEvent,
}

/// <summary>The verdict, and the ticket when its signature holds (<see cref="TicketVerdict.Genuine"/>, <see cref="TicketVerdict.OtherEvent"/>).</summary>
public sealed record TicketReading(TicketVerdict Verdict, Ticket? Ticket = null);
