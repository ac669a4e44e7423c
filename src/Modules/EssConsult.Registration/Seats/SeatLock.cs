using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Seats;

/// <summary>How seats are guarded. The site has one way; the others are there to be refuted by tests.</summary>
internal enum SeatGuard
{
    LockThenCheck,

    /// <summary>The seats are counted before the lock: two people who come together both see the last one.</summary>
    CheckThenLock,

    /// <summary>As <see cref="LockThenCheck"/>, but what was true when the transaction began is true for all of it.</summary>
    RepeatableRead,
}

/// <summary>
/// Takes the turn to give seats: on PostgreSQL the rows of the events, in the order of their ids so that two who want the same
/// workshops never wait for one another; on SQLite the writer's turn. Whatever is decided is read after that.
/// </summary>
/// <remarks>READ COMMITTED on purpose: who waited for the lock must see what the one before wrote.</remarks>
internal sealed class SeatLock(SeatGuard guard = SeatGuard.LockThenCheck)
{
    /// <summary>Dispose without a commit to give nothing. Inside an open transaction it joins it.</summary>
    public async Task<LockedSeats> TakeAsync(SiteDb db, IReadOnlyCollection<string> eventIds, CancellationToken ct)
    {
        var seen = guard == SeatGuard.CheckThenLock ? await Rows(db, eventIds).AsNoTracking().ToListAsync(ct) : [];
        var write = await db.BeginWriteAsync(ct);
        try
        {
            if (guard == SeatGuard.RepeatableRead && db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlRawAsync("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", ct);
            }

            var locked = await LockAsync(db, eventIds, ct);
            foreach (var old in seen)
            {
                var row = locked.Single(now => now.EventId == old.EventId);
                (row.Taken, row.TakenReserved) = (old.Taken, old.TakenReserved);
            }

            return new LockedSeats(write, locked);
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }

    private static async Task<List<EventSeats>> LockAsync(SiteDb db, IReadOnlyCollection<string> eventIds, CancellationToken ct)
    {
        // What the context has read before may be old by now.
        foreach (var known in db.ChangeTracker.Entries<EventSeats>().Where(entry => entry.State == EntityState.Unchanged).ToList())
        {
            known.State = EntityState.Detached;
        }

        var ids = eventIds.ToArray();
        return await (db.Database.IsNpgsql()
            ? db.Set<EventSeats>().FromSql($"SELECT * FROM event_seats WHERE event_id = ANY({ids}) ORDER BY event_id FOR UPDATE")
            : Rows(db, eventIds)).AsTracking().ToListAsync(ct);
    }

    private static IQueryable<EventSeats> Rows(SiteDb db, IReadOnlyCollection<string> eventIds) => db.Set<EventSeats>().Where(seats => eventIds.Contains(seats.EventId));
}

/// <summary>The seats that nobody else gives away until this is disposed of.</summary>
internal sealed class LockedSeats(WriteTransaction write, IReadOnlyList<EventSeats> seats) : IAsyncDisposable
{
    public EventSeats? Find(string eventId) => seats.FirstOrDefault(known => known.EventId == eventId);

    public Task CommitAsync(CancellationToken ct) => write.CommitAsync(ct);

    public ValueTask DisposeAsync() => write.DisposeAsync();
}
