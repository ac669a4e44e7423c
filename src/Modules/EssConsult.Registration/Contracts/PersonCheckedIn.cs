namespace EssConsult.Registration.Contracts;

/// <summary>Somebody came in for the first time; once per attendee and event, whenever the door's device sends it.</summary>
/// <param name="PersonId">The account, for the seat of whoever registered.</param>
public sealed record PersonCheckedIn(Guid RegistrationId, string EventId, Guid AttendeeId, string? PersonId) : IEvent
{
    public string Subject => EventId;
}
