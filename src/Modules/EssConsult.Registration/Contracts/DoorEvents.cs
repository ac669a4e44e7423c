namespace EssConsult.Registration.Contracts;

/// <summary>Somebody came in for the first time; once per attendee and event, whenever the door's device sends it.</summary>
/// <param name="RegistrationId">Whose seat it is; at a workshop's door, the plenary's registration.</param>
/// <param name="EventId">Whose door it was.</param>
/// <param name="AttendeeId">The seat.</param>
/// <param name="PersonId">The account, for the seat of whoever registered.</param>
/// <param name="IsGuest">Somebody whom another registered.</param>
public sealed record PersonCheckedIn(Guid RegistrationId, string EventId, Guid AttendeeId, string? PersonId, bool IsGuest = false) : IEvent
{
    public string Subject => EventId;
}

/// <summary>Somebody had a seat and was not seen at the door; a day after the end, once, and only where a door was held.</summary>
/// <param name="RegistrationId">Whose seat it is; at a workshop's door, the plenary's registration.</param>
/// <param name="EventId">Whose door it was.</param>
/// <param name="AttendeeId">The seat.</param>
/// <param name="PersonId">The account, for the seat of whoever registered.</param>
/// <param name="IsGuest">Somebody whom another registered.</param>
public sealed record PersonAbsent(Guid RegistrationId, string EventId, Guid AttendeeId, string? PersonId, bool IsGuest = false) : IEvent
{
    public string Subject => EventId;
}
