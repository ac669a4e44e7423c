using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>Tells circuits what happens to registrations. Who has no account is no user: the run then knows the event and the state alone.</summary>
internal sealed class RegistrationTriggers(SiteDb db, IWorkflows workflows) : IHandle<SeatsRequested>, IHandle<RegistrationConfirmed>, IHandle<PersonPromoted>, IHandle<RegistrationEnded>, IHandle<PersonCheckedIn>, IHandle<PersonAbsent>
{
    /// <summary>An address that is not proved yet is nobody's registration.</summary>
    public Task HandleAsync(SeatsRequested happened, CancellationToken ct) =>
        happened.PersonId is null ? Task.CompletedTask : TellOfEntryAsync(happened.RegistrationId, happened.EventId, happened.PersonId, happened.State, ct);

    public Task HandleAsync(RegistrationConfirmed happened, CancellationToken ct) =>
        TellOfEntryAsync(happened.RegistrationId, happened.EventId, happened.PersonId, happened.State, ct);

    /// <summary>Whoever waits for the team's word is not registered yet; of what was decided meanwhile nobody is asked.</summary>
    private async Task TellOfEntryAsync(Guid id, string eventId, string? personId, RegistrationState state, CancellationToken ct)
    {
        var isRequest = state == RegistrationState.Pending;
        if (!isRequest || await db.Set<Registration>().AnyAsync(row => row.Id == id && row.State == RegistrationState.Pending, ct))
        {
            await TellAsync(isRequest ? RegistrationEvent.Requested : RegistrationEvent.Registered, id, eventId, personId, state.ToString(), null, ct);
        }
    }

    public Task HandleAsync(PersonPromoted happened, CancellationToken ct) =>
        TellAsync(RegistrationEvent.Promoted, happened.RegistrationId, happened.EventId, happened.PersonId, happened.State.ToString(), null, ct);

    public Task HandleAsync(RegistrationEnded happened, CancellationToken ct) =>
        TellAsync(RegistrationEvent.Ended, happened.RegistrationId, happened.EventId, happened.PersonId, nameof(RegistrationState.Ended), happened.Reason.ToString(), ct);

    public Task HandleAsync(PersonCheckedIn happened, CancellationToken ct) => happened.IsGuest ? Task.CompletedTask : TellOfDoorAsync(RegistrationEvent.CheckedIn, happened.RegistrationId, happened.EventId, happened.PersonId, ct);

    public Task HandleAsync(PersonAbsent happened, CancellationToken ct) => happened.IsGuest ? Task.CompletedTask : TellOfDoorAsync(RegistrationEvent.Absent, happened.RegistrationId, happened.EventId, happened.PersonId, ct);

    /// <summary>Of whoever registered; a guest's coming is no news of the run about the registration. At a workshop it is the workshop's registration, if they have one.</summary>
    private async Task TellOfDoorAsync(string name, Guid id, string eventId, string? personId, CancellationToken ct)
    {
        var found = await db.Set<Registration>().Where(row => row.Id == id || (row.WithinId == id && row.EventId == eventId)).OrderByDescending(row => row.EventId == eventId).ThenByDescending(row => row.Arrival)
            .Select(row => new { row.Id, row.State }).FirstAsync(ct);
        await TellAsync(name, found.Id, eventId, personId, found.State.ToString(), null, ct);
    }

    private Task TellAsync(string name, Guid id, string eventId, string? personId, string state, string? reason, CancellationToken ct)
    {
        var input = new JsonObject
        {
            ["ContentItem"] = WorkflowTrigger.ContentPointer(eventId), ["Event"] = eventId, ["User"] = personId is null ? null : WorkflowTrigger.PersonPointer(personId), ["Registration"] = id.ToString(), ["State"] = state,
        };
        if (reason is not null)
        {
            input["Reason"] = reason;
        }

        return workflows.TriggerAsync(new WorkflowTrigger(name, id.ToString(), input), ct);
    }
}

/// <summary>Registrations to try circuits on.</summary>
internal sealed class RegistrationSamples(SiteDb db) : IEventSamples
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct)
    {
        if (RegistrationEvent.Descriptions.All(known => known.Name != eventName))
        {
            return [];
        }

        var isRequest = eventName == RegistrationEvent.Requested;
        var rows = await db.Set<Registration>().AsNoTracking().Where(row => row.ConfirmedUtc != null && (!isRequest || row.State == RegistrationState.Pending)).OrderByDescending(row => row.CreatedUtc).Take(Shown)
            .Join(db.Set<EventRow>(), row => row.EventId, seen => seen.ContentItemId, (row, seen) => new { row.Id, row.EventId, row.PersonId, row.State, row.Arrival, seen.Title }).ToListAsync(ct);
        return [.. rows.Select(row => new EventSample(row.Id.ToString(), $"{row.Title} · n° {row.Arrival}", new WorkflowTrigger(eventName, row.Id.ToString(), new JsonObject
        {
            ["ContentItem"] = WorkflowTrigger.ContentPointer(row.EventId), ["Event"] = row.EventId, ["User"] = row.PersonId is null ? null : WorkflowTrigger.PersonPointer(row.PersonId), ["Registration"] = row.Id.ToString(), ["State"] = row.State.ToString(),
        })))];
    }
}
