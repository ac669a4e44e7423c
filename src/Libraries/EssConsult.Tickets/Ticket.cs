namespace EssConsult.Tickets;

/// <summary>What a ticket says; nothing of it names anybody.</summary>
/// <param name="Attendee">The opaque identifier of one seat of one registration.</param>
/// <param name="Secret">Kept by the site beside the registration: with it the same code can be drawn again.</param>
public sealed record Ticket(EventKey Event, Guid Attendee, SeatKind Kind, TicketSecret Secret);
