using EssConsult.Registration.Door;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Statistics;

/// <param name="Seated">Confirmed seats.</param>
/// <param name="Came">Of these, those that the door saw.</param>
/// <param name="WalkIns">People who came unannounced.</param>
internal sealed record ShowRateLine(EventRow Event, int Seated, int Came, int WalkIns)
{
    /// <summary>Whole percent; null where nobody had a seat.</summary>
    public int? Percent => Seated == 0 ? null : (int)Math.Round(100.0 * Came / Seated, MidpointRounding.AwayFromZero);
}

/// <summary>How many of those who had a seat came, over the last events whose door was held, workshops aside. Four queries, however many came.</summary>
internal sealed class ShowRate(SiteDb db)
{
    public const int Most = 12;

    /// <returns>The earliest first, the latest twelve at most.</returns>
    public async Task<IReadOnlyList<ShowRateLine>> ReadAsync(DateTime now, CancellationToken ct)
    {
        var events = await db.Set<EventRow>().AsNoTracking().Where(row => row.EndsUtc <= now && row.ParentId == null && !row.IsCancelled && db.CountingEntries().Any(scan => scan.EventId == row.ContentItemId))
            .OrderByDescending(row => row.StartsUtc).ThenBy(row => row.ContentItemId).Take(Most).ToListAsync(ct);
        var ids = events.ConvertAll(row => row.ContentItemId);
        var seated = await db.Set<Registration>().Where(row => ids.Contains(row.EventId) && row.State == RegistrationState.Confirmed && row.Source != RegistrationSource.Door)
            .GroupBy(row => row.EventId).Select(group => new { group.Key, Seats = group.Sum(row => row.Seats) }).ToDictionaryAsync(group => group.Key, group => group.Seats, ct);
        var entries = db.CountingEntries().Where(scan => ids.Contains(scan.EventId));
        var came = await entries.Where(scan => scan.AttendeeId != null).Select(scan => new { scan.EventId, scan.AttendeeId }).Distinct()
            .Join(db.Set<Attendee>(), scan => scan.AttendeeId, seat => (Guid?)seat.Id, (scan, seat) => new { scan.EventId, seat.RegistrationId })
            .Join(db.Set<Registration>().Where(row => row.State == RegistrationState.Confirmed && row.Source != RegistrationSource.Door), scan => scan.RegistrationId, row => row.Id, (scan, _) => scan.EventId)
            .GroupBy(id => id).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var walkIns = await db.Set<Registration>().Where(row => ids.Contains(row.EventId) && row.Source == RegistrationSource.Door && entries.Any(scan => scan.WalkInKey == row.FormKey))
            .GroupBy(row => row.EventId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return [.. events.AsEnumerable().Reverse().Select(row => new ShowRateLine(row, seated.GetValueOrDefault(row.ContentItemId), came.GetValueOrDefault(row.ContentItemId), walkIns.GetValueOrDefault(row.ContentItemId)))];
    }
}
