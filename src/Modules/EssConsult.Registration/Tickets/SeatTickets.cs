using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tickets;

/// <summary>Reads the tickets that somebody may hold: of confirmed registrations, and of seats that bear a name.</summary>
internal sealed class SeatTickets(SiteDb db, RegistrationLinks links, RegistrationOwner owner)
{
    /// <summary>Of a registration, in the order of its seats. Who asks is not looked at.</summary>
    public async Task<IReadOnlyList<SeatTicket>> OfRegistrationAsync(Guid registrationId, CancellationToken ct) => await ReadAsync(Named().Where(pair => pair.Registration.Id == registrationId), ct);

    public async Task<SeatTicket?> OfSeatAsync(Guid attendeeId, CancellationToken ct) => await ReadAsync(Named().Where(pair => pair.Seat.Id == attendeeId), ct) is [var found] ? found : null;

    /// <summary>The tickets of a registration for whoever holds its link, or is signed in as who it belongs to; none for others.</summary>
    public async Task<IReadOnlyList<SeatTicket>> OwnAsync(Guid registrationId, string? token, CancellationToken ct) =>
        await db.Set<Registration>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == registrationId, ct) is { } row && owner.Holds(row, token) ? await OfRegistrationAsync(registrationId, ct) : [];

    /// <summary>The ticket of one seat for whoever holds the link of the seat.</summary>
    public async Task<SeatTicket?> OwnSeatAsync(string? token, CancellationToken ct) => links.ReadSeat(token) is { } id ? await OfSeatAsync(id, ct) : null;

    private IQueryable<SeatOf> Named() => db.Set<Attendee>().AsNoTracking().Where(seat => seat.Name != null)
        .Join(db.Set<Registration>().Where(row => row.State == RegistrationState.Confirmed), seat => seat.RegistrationId, row => row.Id, (seat, row) => new SeatOf { Seat = seat, Registration = row });

    private async Task<IReadOnlyList<SeatTicket>> ReadAsync(IQueryable<SeatOf> pairs, CancellationToken ct)
    {
        var found = await pairs.Join(db.Set<EventRow>(), pair => pair.Registration.EventId, row => row.ContentItemId, (pair, row) => new { pair.Seat, pair.Registration.Arrival, Event = row })
            .OrderBy(line => line.Seat.Position).ToListAsync(ct);
        return [.. found.Select(line => new SeatTicket(line.Event, line.Seat, line.Arrival))];
    }

    private sealed class SeatOf
    {
        public required Attendee Seat { get; init; }

        public required Registration Registration { get; init; }
    }
}
