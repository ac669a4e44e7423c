using EssConsult.Registration.Door;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Statistics;

/// <param name="Seated">Confirmed seats when the event began.</param>
/// <param name="Came">Of these, those that the door saw.</param>
/// <param name="WalkIns">People who came unannounced.</param>
internal sealed record ShowRateLine(EventRow Event, int Seated, int Came, int WalkIns)
{
    /// <summary>Whole percent; null where nobody had a seat.</summary>
    public int? Percent => Seated == 0 ? null : (int)Math.Round(100.0 * Came / Seated, MidpointRounding.AwayFromZero);
}

/// <summary>How many of those who had a seat came, over the events whose door was held. Three queries, however many came.</summary>
internal sealed class ShowRate(SiteDb db)
{
    public const int Most = 12;

    /// <returns>The earliest first, the latest twelve at most.</returns>
    public async Task<IReadOnlyList<ShowRateLine>> ReadAsync(DateTime now, CancellationToken ct)
    {
        var events = await db.Set<EventRow>().AsNoTracking().Where(row => row.EndsUtc <= now && row.ParentId == null && !row.IsCancelled && db.Set<Arrival>().Any(arrival => arrival.EventId == row.ContentItemId))
            .OrderByDescending(row => row.StartsUtc).ThenBy(row => row.ContentItemId).Take(Most).ToListAsync(ct);
        var ids = events.ConvertAll(row => row.ContentItemId);
        var seated = await db.Set<Registration>().Where(row => ids.Contains(row.EventId) && row.State == RegistrationState.Confirmed && row.Source != RegistrationSource.Door)
            .GroupBy(row => row.EventId).Select(group => new { group.Key, Seats = group.Sum(row => row.Seats) }).ToDictionaryAsync(group => group.Key, group => group.Seats, ct);
        var came = await db.Set<Arrival>().Where(arrival => ids.Contains(arrival.EventId)).Join(db.Set<Attendee>(), arrival => arrival.AttendeeId, seat => seat.Id, (arrival, seat) => new { arrival.EventId, seat.RegistrationId })
            .Join(db.Set<Registration>().Where(row => row.State == RegistrationState.Confirmed), arrival => arrival.RegistrationId, row => row.Id, (arrival, row) => new { arrival.EventId, IsWalkIn = row.Source == RegistrationSource.Door })
            .GroupBy(arrival => arrival).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => (group.Key.EventId, group.Key.IsWalkIn), group => group.Count, ct);
        return [.. events.AsEnumerable().Reverse().Select(row => new ShowRateLine(row, seated.GetValueOrDefault(row.ContentItemId), came.GetValueOrDefault((row.ContentItemId, false)), came.GetValueOrDefault((row.ContentItemId, true))))];
    }
}
