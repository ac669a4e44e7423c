using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Seats;

internal static class SeatFreeing
{
    /// <summary>Gives seats back inside an open transaction. It takes no lock first: room can only grow. Whoever waits hears of it after the commit.</summary>
    public static async Task FreeSeatsAsync(this SiteDb db, string eventId, int seats, SeatPool pool, CancellationToken ct)
    {
        var rows = db.Set<EventSeats>().Where(row => row.EventId == eventId);
        await (pool == SeatPool.Reserved
            ? rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.TakenReserved, row => row.TakenReserved - seats), ct)
            : rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Taken, row => row.Taken - seats), ct));
        db.Publish(new SeatsFreed(eventId));
    }
}
