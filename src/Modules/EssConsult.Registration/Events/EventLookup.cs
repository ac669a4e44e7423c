using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Events;

internal static class EventLookup
{
    /// <summary>The row of a rendez-vous, published or not; null when the address names none.</summary>
    public static Task<EventRow?> FindEventAsync(this SiteDb db, string eventId, CancellationToken ct) =>
        db.Set<EventRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == eventId, ct);
}
