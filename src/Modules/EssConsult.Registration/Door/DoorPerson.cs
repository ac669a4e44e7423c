using EssConsult.Registration.Tickets;
using EssConsult.Tickets;
using EssConsult.Tickets.Keys;

namespace EssConsult.Registration.Door;

/// <summary>A seat as the door sees it: a name, never answers nor needs.</summary>
internal sealed record DoorPerson
{
    /// <summary>Of the attendee.</summary>
    public required Guid Id { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary>The event that the ticket is for: the plenary, for its workshops.</summary>
    public required string TicketEventId { get; init; }

    /// <summary>A seat of a group without a name bears whose group it is.</summary>
    public required string Name { get; init; }

    public bool IsNamed { get; init; }

    /// <summary>Empty for nobody's.</summary>
    public string Organisation { get; init; } = string.Empty;

    public long Arrival { get; init; }

    public int Position { get; init; }

    public RegistrationState State { get; init; }

    public RegistrationSource Source { get; init; }

    /// <summary>Of the registration: what the device of a door calls somebody who came unannounced.</summary>
    public Guid FormKey { get; init; }

    /// <summary>The account of whoever registered; null for others and where there is none.</summary>
    public string? PersonId { get; init; }

    public required byte[] Secret { get; init; }

    /// <summary>On what the person reads out.</summary>
    public string Number => SeatTicket.NumberOf(Arrival, Position);

    public bool IsWalkIn => Source == RegistrationSource.Door;

    /// <summary>Counts among those who will come.</summary>
    public bool IsExpected => State == RegistrationState.Confirmed && !IsWalkIn;

    /// <summary>The text of the ticket's QR code.</summary>
    public string Code(TicketKey key) => TicketCode.Issue(new Ticket(EventKey.Of(TicketEventId), Id, Position == 0 ? SeatKind.Participant : SeatKind.Guest, TicketSecret.FromBytes(Secret)), key);

    /// <summary>By name, structure or ticket number, whatever the accents.</summary>
    public bool Matches(string words) =>
        Number == words || (TextKey.Of(Name + " " + Organisation) is var key && TextKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => key.Contains(word, StringComparison.Ordinal)));
}
