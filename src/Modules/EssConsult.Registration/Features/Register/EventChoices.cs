using EssConsult.Registration.Events;
using EssConsult.Registration.Seats;
using EssConsult.Registration.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Register;

/// <param name="Capacity">Null without a limit.</param>
/// <param name="Free">Seats that somebody who comes now could have.</param>
internal sealed record SeatsLeft(int? Capacity, int Free)
{
    public bool IsFull => Free <= 0;
}

/// <summary>What can be chosen on the form of an event: its workshops by slot, and how many seats each has left. For display: the lock decides.</summary>
internal sealed class EventChoices(SiteDb db, EventBook events)
{
    /// <summary>Those that people choose themselves: none while wishes decide.</summary>
    public async Task<IReadOnlyList<IGrouping<string, EventRow>>> SlotsOfAsync(EventRow row, CancellationToken ct) =>
        row.TakesWishes && !await db.AreWishesPublishedAsync(row.ContentItemId, ct) ? [] : events.SlotsOf(row.ContentItemId);

    public async Task<IReadOnlyDictionary<string, SeatsLeft>> LeftAsync(IReadOnlyCollection<string> eventIds, CancellationToken ct) =>
        (await db.Set<EventSeats>().AsNoTracking().Where(seats => eventIds.Contains(seats.EventId)).ToListAsync(ct))
        .ToDictionary(seats => seats.EventId, seats => new SeatsLeft(seats.Capacity, Math.Max(0, seats.Free)));
}
