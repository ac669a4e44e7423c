using EssConsult.Registration.Events;
using EssConsult.Tickets;
using EssConsult.Tickets.Keys;
using EssConsult.Tickets.Paper;

namespace EssConsult.Registration.Tickets;

/// <summary>The ticket of one seat: drawn again whenever it is asked for, always the same.</summary>
/// <param name="Arrival">Of the registration: makes the number.</param>
internal sealed record SeatTicket(EventRow Event, Attendee Seat, long Arrival)
{
    /// <summary>What a person reads out when the code cannot be scanned: 12-1 is the first seat of the twelfth registration.</summary>
    public string Number => NumberOf(Arrival, Seat.Position);

    public static string NumberOf(long arrival, int position) => FormattableString.Invariant($"{arrival}-{position + 1}");

    /// <summary>The text of the QR code.</summary>
    public string Code(TicketKey key) =>
        TicketCode.Issue(new Ticket(EventKey.Of(Seat.EventId), Seat.Id, Seat.Position == 0 ? SeatKind.Participant : SeatKind.Guest, TicketSecret.FromBytes(Seat.Secret)), key);

    /// <summary>What the paper shows.</summary>
    public TicketSheet Sheet(TicketKey key, TicketPaper paper) => new()
    {
        Event = Event.Title, When = TicketPaper.When(Event), Where = paper.Where(Event), Name = Seat.Name ?? string.Empty, Organisation = Seat.Organisation ?? string.Empty,
        Number = Number, Code = Code(key), Conditions = paper.Conditions,
    };
}
