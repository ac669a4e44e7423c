using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>Reads from arrivals who was let in: once in is enough, whoever goes out for a coffee keeps their vote.</summary>
internal sealed class PresentSeats(SiteDb db, ScannedCodes codes, TimeProvider clock) : IPresence
{
    public Task<PresentSeat?> OfPersonAsync(string eventId, string personId, CancellationToken ct) =>
        Seats(eventId).Where(seat => seat.PersonId == personId).OrderBy(seat => seat.AttendeeId).FirstOrDefaultAsync(ct);

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

    private IQueryable<PresentSeat> Seats(string eventId) =>
        from arrival in db.Set<Arrival>()
        where arrival.EventId == eventId
        join attendee in db.Set<Attendee>() on arrival.AttendeeId equals attendee.Id
        join registration in db.Set<Registration>() on attendee.RegistrationId equals registration.Id
        select new PresentSeat(attendee.Id, attendee.Position == 0 ? registration.PersonId : null);
}
