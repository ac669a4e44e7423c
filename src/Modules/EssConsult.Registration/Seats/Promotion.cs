using EssConsult.Registration.Events;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Seats;

/// <summary>
/// Serves those who wait, in the order in which they came. A group that does not fit is passed by and keeps its place: seats do not stay
/// empty for it, and it is the first to be asked again (decision 0016).
/// </summary>
internal sealed class Promotion(SiteDb db, SeatLock seatLock, TimeProvider clock) : IHandle<SeatsFreed>, ITakesTurns
{
    /// <summary>Working hours in which an offered seat is held.</summary>
    public const int ClaimHours = 24;
    private const int AtOnce = 500;

    public async Task HandleAsync(SeatsFreed happened, CancellationToken ct)
    {
        await using var locked = await seatLock.TakeAsync(db, [happened.EventId], ct);
        var (seats, now) = (locked.Find(happened.EventId), clock.UtcNow());
        var row = await db.FindEventAsync(happened.EventId, ct);
        if (seats is null || row is null || (seats.Free == 0 && seats.FreeReserved == 0) || RegistrationRules.Closure(row, now, byTeam: true) is not null)
        {
            return;
        }

        foreach (var waiting in await WaitingAsync(happened.EventId, ct))
        {
            if (seats.PoolFor(waiting.Seats, waiting.InvitationId is not null) is { } pool)
            {
                seats.Take(waiting.Seats, pool);
                waiting.Promote(pool, ClaimUntil(row, now), now);
                db.Publish(new PersonPromoted(waiting.Id, waiting.EventId, waiting.PersonId, waiting.State));
            }
        }

        // The seats are given before the turn ends: an event that follows in the same batch counts from here.
        await db.SaveChangesAsync(ct);
        await locked.CommitAsync(ct);
    }

    /// <summary>Null gives the seat at once: the start is near.</summary>
    private static DateTime? ClaimUntil(EventRow row, DateTime now)
    {
        var atOnceFrom = row.StartsUtc - RegistrationRules.ShortNotice;
        if (now >= atOnceFrom)
        {
            return null;
        }

        var until = WorkingTime.AddHours(now, ClaimHours);
        return until < atOnceFrom ? until : Awake(atOnceFrom, now);
    }

    /// <summary>The instant itself by day, else the close of the day before; null when that has passed.</summary>
    private static DateTime? Awake(DateTime utc, DateTime now)
    {
        var wall = utc.ToParis();
        var awake = wall.Hour >= 20 ? wall.Date.AddHours(20) : wall.Hour < 8 ? wall.Date.AddHours(-4) : wall;
        return awake.FromParis() is var until && until > now ? until : null;
    }

    private Task<List<Registration>> WaitingAsync(string eventId, CancellationToken ct) => db.Set<Registration>()
        .Where(row => row.EventId == eventId && row.State == RegistrationState.Waiting && row.ConfirmedUtc != null)
        .OrderBy(row => row.Arrival).Take(AtOnce).ToListAsync(ct);
}
