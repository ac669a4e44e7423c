using EssConsult.Registration.Events;
using EssConsult.Registration.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>Reads from arrivals who was let in: once in is enough, whoever goes out for a coffee keeps their vote.</summary>
internal sealed class PresentSeats(SiteDb db, ScannedCodes codes, DoorPeople people, SeatTickets tickets, TicketKeys keys, TimeProvider clock) : IPresence
{
    public Task<PresentSeat?> OfPersonAsync(string eventId, string personId, CancellationToken ct) =>
        (from arrival in db.Set<Arrival>()
         where arrival.EventId == eventId
         join attendee in db.Set<Attendee>() on arrival.AttendeeId equals attendee.Id
         join registration in db.Set<Registration>() on attendee.RegistrationId equals registration.Id
         where attendee.Position == 0 && registration.PersonId == personId
         orderby attendee.Id
         select new PresentSeat(attendee.Id, registration.PersonId)).FirstOrDefaultAsync(ct);

    public async Task<PresentSeat?> OfCodeAsync(string eventId, string code, CancellationToken ct)
    {
        if (await db.Set<EventRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == eventId, ct) is not { } row)
        {
            return null;
        }

        var scan = new Scan { Nonce = Guid.NewGuid(), Code = code, Kind = CheckInKind.Entry, At = clock.UtcNow() };
        return (await codes.ReadAsync(row, [scan], ct))[scan.Nonce] is { Problem: null, AttendeeId: { } attendee, PersonId: var person } && await db.Set<Arrival>().AnyAsync(arrival => arrival.EventId == eventId && arrival.AttendeeId == attendee, ct)
            ? new PresentSeat(attendee, person) : null;
    }

    public Task<int> CountAsync(string eventId, CancellationToken ct) => db.Set<Arrival>().CountAsync(arrival => arrival.EventId == eventId, ct);

    public async Task<IReadOnlyList<NamedSeat>> SearchAsync(string eventId, string words, int most, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(words) ? [] : [.. (await PresentAsync(eventId, null, ct)).Where(seat => seat.Matches(words.Trim())).OrderBy(seat => seat.Name, StringComparer.CurrentCulture).ThenBy(seat => seat.Id).Take(most).Select(Named)];

    public async Task<NamedSeat?> SeatAsync(string eventId, Guid attendeeId, CancellationToken ct) => (await PresentAsync(eventId, attendeeId, ct)).Select(Named).FirstOrDefault();

    public async Task<IReadOnlyList<HeldTicket>> TicketsAsync(Guid? registrationId, Guid? attendeeId, CancellationToken ct)
    {
        IReadOnlyList<SeatTicket> held = registrationId is { } registration ? await tickets.OfRegistrationAsync(registration, ct) : await tickets.OfSeatAsync(attendeeId ?? Guid.Empty, ct) is { } one ? [one] : [];
        if (held.Count == 0 || held[0].Event.IsCancelled)
        {
            return [];
        }

        var (key, ids, at) = (await keys.CurrentAsync(ct), held.Select(ticket => ticket.Seat.Id).ToList(), held[0].Event.ContentItemId);
        var seen = await db.Set<Arrival>().Where(arrival => arrival.EventId == at && ids.Contains(arrival.AttendeeId)).Select(arrival => arrival.AttendeeId).ToListAsync(ct);
        return [.. held.Select(ticket => new HeldTicket(ticket.Seat.Id, at, ticket.Seat.Name ?? string.Empty, ticket.Code(key), seen.Contains(ticket.Seat.Id)))];
    }

    private async Task<IReadOnlyList<DoorPerson>> PresentAsync(string eventId, Guid? only, CancellationToken ct)
    {
        if (await db.FindEventAsync(eventId, ct) is not { } row)
        {
            return [];
        }

        var seen = (await db.Set<Arrival>().Where(arrival => arrival.EventId == eventId && (only == null || arrival.AttendeeId == only)).Select(arrival => arrival.AttendeeId).ToListAsync(ct)).ToHashSet();
        return [.. (await people.ReadAsync(row, ct, only)).Where(seat => seen.Contains(seat.Id))];
    }

    private static NamedSeat Named(DoorPerson seat) => new(seat.Id, seat.PersonId, seat.Name, seat.Organisation, seat.Number);
}
