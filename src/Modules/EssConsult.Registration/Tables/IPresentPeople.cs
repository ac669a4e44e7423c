using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tables;

/// <summary>Who is at an event: the seats of whoever came, by the door's account.</summary>
internal interface IPresentPeople
{
    /// <returns>Ids of attendees; a workshop's are those of the plenary's registrations.</returns>
    Task<IReadOnlyList<Guid>> ListAsync(string eventId, CancellationToken ct);
}

/// <summary>Without a door everybody who is expected counts as present.</summary>
internal sealed class ExpectedPeople(SiteDb db) : IPresentPeople
{
    public async Task<IReadOnlyList<Guid>> ListAsync(string eventId, CancellationToken ct) => await db.Set<Attendee>()
        .Where(attendee => db.Set<Registration>().Any(row => row.EventId == eventId && row.State == RegistrationState.Confirmed && (row.WithinId ?? row.Id) == attendee.RegistrationId))
        .OrderBy(attendee => attendee.Id).Select(attendee => attendee.Id).ToListAsync(ct);
}
