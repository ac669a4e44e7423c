namespace EssConsult.Registration.Contracts;

/// <summary>Somebody asked for seats.</summary>
public sealed record SeatsRequested(Guid RegistrationId, string EventId, string? PersonId, RegistrationState State) : IEvent
{
    public string Subject => EventId;
}

/// <summary>A circuit decided about a registration that waits for the team's word.</summary>
/// <param name="By">The circuit.</param>
public sealed record RegistrationDecided(Guid RegistrationId, bool IsApproved, string By) : IEvent
{
    public string Subject => RegistrationId.ToString();
}

/// <summary>The address is proved, or an organiser approved: the registration counts.</summary>
public sealed record RegistrationConfirmed(Guid RegistrationId, string EventId, string? PersonId, RegistrationState State) : IEvent
{
    public string Subject => EventId;
}

/// <summary>A seat fell free and is offered, or given at once when the event is near.</summary>
public sealed record PersonPromoted(Guid RegistrationId, string EventId, string? PersonId, RegistrationState State) : IEvent
{
    public string Subject => EventId;
}

public sealed record RegistrationEnded(Guid RegistrationId, string EventId, string? PersonId, EndReason Reason) : IEvent
{
    public string Subject => EventId;
}

/// <summary>Seats may be free: whoever waits is served.</summary>
public sealed record SeatsFreed(string EventId) : IEvent
{
    public string Subject => EventId;
}

/// <summary>What the page of an event says changed, or it is no longer published.</summary>
public sealed record EventChanged(string EventId) : IEvent
{
    public string Subject => EventId;
}
