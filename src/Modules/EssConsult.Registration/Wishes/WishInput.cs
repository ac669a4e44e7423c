using EssConsult.Registration.Seats;
using EssConsult.Seating.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Wishes;

/// <summary>Gathers all that an allocation depends on, in one order, so that the same facts give the same JSON. Five queries, however many people.</summary>
internal sealed class WishInput(SiteDb db)
{
    /// <summary>Stands for a slot without a name.</summary>
    private const string Unnamed = "-";

    public static string SlotId(string? slot) => string.IsNullOrWhiteSpace(slot) ? Unnamed : slot;

    /// <summary>The workshops of a plenary that take registrations, by time.</summary>
    public Task<List<EventRow>> WorkshopsAsync(string plenaryId, CancellationToken ct) => db.Set<EventRow>().AsNoTracking()
        .Where(row => row.ParentId == plenaryId && row.Published && !row.IsCancelled && row.TakesRegistrations).OrderBy(row => row.StartsUtc).ThenBy(row => row.ContentItemId).ToListAsync(ct);

    /// <param name="plenaryId">Whose confirmed registrations take part.</param>
    /// <param name="workshops">As <see cref="WorkshopsAsync"/> gives them.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="fills">Whether who got no wish takes a seat that is left.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<WishRequest> ReadAsync(string plenaryId, IReadOnlyList<EventRow> workshops, string seed, bool fills, CancellationToken ct)
    {
        var ids = workshops.Select(row => row.ContentItemId).ToList();
        var people = await db.Set<Registration>().AsNoTracking().Where(row => row.EventId == plenaryId && row.State == RegistrationState.Confirmed).Select(row => new { row.Id, row.Seats }).ToListAsync(ct);
        var wishes = (await db.Set<Wish>().AsNoTracking().Where(wish => wish.EventId == plenaryId).Select(wish => new { wish.RegistrationId, wish.Slot, wish.Rank, wish.WorkshopId }).ToListAsync(ct)).ToLookup(wish => wish.RegistrationId);
        var seated = (await db.Set<Registration>().AsNoTracking().Where(row => ids.Contains(row.EventId) && row.WithinId != null && row.State != RegistrationState.Ended).Select(row => new { row.WithinId, row.Slot }).ToListAsync(ct))
            .Select(row => (row.WithinId!.Value, SlotId(row.Slot))).ToHashSet();
        var seats = await db.Set<EventSeats>().AsNoTracking().Where(row => ids.Contains(row.EventId)).ToDictionaryAsync(row => row.EventId, ct);
        var everybody = people.Sum(person => person.Seats);
        return new WishRequest
        {
            Seed = seed, FillRemainingSeats = fills,
            Slots = [.. workshops.Select(row => SlotId(row.Slot)).Distinct()],
            Workshops = [.. workshops.Select(row => new Workshop(row.ContentItemId, SlotId(row.Slot), TextKey.Of(row.Title), Math.Clamp(seats.GetValueOrDefault(row.ContentItemId)?.Free ?? 0, 0, everybody)))],
            Ballots =
            [
                .. people.Select(person => new WishBallot
                {
                    PersonId = person.Id.ToString("N"), Seats = person.Seats,
                    Wishes = wishes[person.Id].Where(wish => ids.Contains(wish.WorkshopId) && !seated.Contains((person.Id, SlotId(wish.Slot))))
                        .GroupBy(wish => SlotId(wish.Slot)).OrderBy(slot => slot.Key, StringComparer.Ordinal)
                        .ToDictionary(slot => slot.Key, slot => (IReadOnlyList<string>)[.. slot.OrderBy(wish => wish.Rank).Select(wish => wish.WorkshopId)]),
                }).Where(ballot => ballot.Wishes.Count > 0).OrderBy(ballot => ballot.PersonId, StringComparer.Ordinal),
            ],
        };
    }
}
