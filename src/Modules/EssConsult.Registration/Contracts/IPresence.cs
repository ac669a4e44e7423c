namespace EssConsult.Registration.Contracts;

/// <summary>Who was let in at an event, for what is decided in its room.</summary>
public interface IPresence
{
    /// <summary>The seat of somebody with an account; null when the door has not seen them.</summary>
    Task<PresentSeat?> OfPersonAsync(string eventId, string personId, CancellationToken ct);

    /// <summary>The seat that a ticket's code opens; null when it is no ticket here, or the door has not seen whoever holds it.</summary>
    Task<PresentSeat?> OfCodeAsync(string eventId, string code, CancellationToken ct);

    Task<int> CountAsync(string eventId, CancellationToken ct);

    /// <summary>Seats that the door has seen, by name, structure or ticket number, whatever the accents; in the order of names.</summary>
    Task<IReadOnlyList<NamedSeat>> SearchAsync(string eventId, string words, int most, CancellationToken ct);

    /// <summary>A seat that the door has seen; null for any other.</summary>
    Task<NamedSeat?> SeatAsync(string eventId, Guid attendeeId, CancellationToken ct);

    /// <summary>The tickets of a registration, or of one seat, for the page of whoever holds them; none once the event is called off.</summary>
    Task<IReadOnlyList<HeldTicket>> TicketsAsync(Guid? registrationId, Guid? attendeeId, CancellationToken ct);
}

/// <param name="PersonId">The account, for the seat of whoever registered.</param>
public sealed record PresentSeat(Guid AttendeeId, string? PersonId);

/// <summary>A seat as the door knows it.</summary>
/// <param name="PersonId">The account, for the seat of whoever registered.</param>
/// <param name="Organisation">Empty for nobody's.</param>
/// <param name="Number">On the ticket: 12-1.</param>
public sealed record NamedSeat(Guid AttendeeId, string? PersonId, string Name, string Organisation, string Number);

/// <param name="Code">The text of its QR code: whoever knows it holds the ticket.</param>
/// <param name="IsPresent">The door has seen whoever holds it.</param>
public sealed record HeldTicket(Guid AttendeeId, string EventId, string Name, string Code, bool IsPresent);
