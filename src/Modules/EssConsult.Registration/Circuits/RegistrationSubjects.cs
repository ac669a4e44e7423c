using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>What a run about a registration is about: the event, and who registered for whoever may see the list.</summary>
internal sealed class RegistrationSubjects(SiteDb db, CurrentPerson person) : ISubjectNames
{
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var registrations = ids.Select(id => Guid.TryParse(id, out var found) ? found : (Guid?)null).OfType<Guid>().ToList();
        if (registrations.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        var rows = await db.Set<Registration>().AsNoTracking().Where(row => registrations.Contains(row.Id))
            .Join(db.Set<EventRow>(), row => row.EventId, found => found.ContentItemId, (row, found) => new { row.Id, row.Name, row.Arrival, found.Title }).ToListAsync(ct);
        var mayName = person.Can(Permissions.ManageEvents);
        return rows.ToDictionary(row => row.Id.ToString(), row => mayName ? $"{row.Name} · {row.Title}" : $"n° {row.Arrival} · {row.Title}");
    }
}

/// <summary>Events to come, to try circuits on.</summary>
internal sealed class EventSamples(SiteDb db, TimeProvider clock) : IEventSamples
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct)
    {
        if (eventName != EventApproaching.Name)
        {
            return [];
        }

        var now = clock.UtcNow();
        var rows = await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && !row.IsCancelled && row.StartsUtc > now && row.ParentId == null).OrderBy(row => row.StartsUtc).Take(Shown).ToListAsync(ct);
        return [.. rows.Select(row => new EventSample(row.ContentItemId, row.Title, EventApproaching.Of(row, days: null)))];
    }
}
