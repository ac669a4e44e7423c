namespace EssConsult.Registration.Contracts;

/// <summary>Somebody came in for the first time; once per attendee and event, whenever the door's device sends it.</summary>
/// <param name="PersonId">The account, for the seat of whoever registered.</param>
public sealed record PersonCheckedIn(Guid RegistrationId, string EventId, Guid AttendeeId, string? PersonId) : IEvent
{
    public string Subject => EventId;
}

/// <summary>Somebody had a seat and was not seen at the door; a day after the end, once, and only where a door was held.</summary>
/// <param name="PersonId">The account, for the seat of whoever registered.</param>
public sealed record PersonAbsent(Guid RegistrationId, string EventId, Guid AttendeeId, string? PersonId) : IEvent
{
    public string Subject => EventId;
}
