using EssConsult.Registration.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Door;

/// <summary>
/// Reads whom the door of an event may see, in two queries. A workshop's door knows those of its plenary who chose it, with the
/// plenary's tickets, and whoever of the plenary came in all the same.
/// </summary>
internal sealed class DoorPeople(SiteDb db, IStringLocalizer words)
{
    private const int Most = 5000;
    private const int MostRounds = 12;

    /// <param name="row">The event.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <param name="only">One seat; null for all of them.</param>
    public async Task<IReadOnlyList<DoorPerson>> ReadAsync(EventRow row, CancellationToken ct, Guid? only = null)
    {
        var (id, plenary) = (row.ContentItemId, row.ParentId);
        var seats = await db.Set<Attendee>().AsNoTracking().Where(seat => only == null || seat.Id == only).Where(seat => seat.EventId == id || (plenary != null && seat.EventId == plenary
                && (db.Set<Registration>().Any(workshop => workshop.WithinId == seat.RegistrationId && workshop.EventId == id) || db.Set<CheckIn>().Any(scan => scan.EventId == id && scan.AttendeeId == seat.Id))))
            .Join(db.Set<Registration>(), seat => seat.RegistrationId, registration => registration.Id, (seat, registration) => new { seat, registration.Name, registration.PersonId, registration.Organisation, registration.Arrival, registration.State, registration.Source, registration.FormKey })
            .OrderBy(line => line.Arrival).ThenBy(line => line.seat.Position).Take(Most).ToListAsync(ct);
        var chosen = (await db.Set<Registration>().Where(workshop => plenary != null && workshop.EventId == id && workshop.WithinId != null && workshop.State != RegistrationState.Ended)
            .OrderBy(workshop => workshop.Arrival).Where(workshop => only == null || db.Set<Attendee>().Any(seat => seat.Id == only && seat.RegistrationId == workshop.WithinId)).Select(workshop => new { workshop.WithinId, workshop.State }).Take(Most).ToListAsync(ct)).ToLookup(workshop => workshop.WithinId!.Value, workshop => workshop.State);
        return [.. seats.Select(line => new DoorPerson
        {
            Id = line.seat.Id, RegistrationId = line.seat.RegistrationId, TicketEventId = line.seat.EventId, Arrival = line.Arrival, Position = line.seat.Position, Source = line.Source, FormKey = line.FormKey, Secret = line.seat.Secret,
            Name = line.seat.Name ?? (line.Name.Length == 0 ? "—" : words["{0} (place {1})", line.Name, line.seat.Position + 1].Value), IsNamed = line.seat.Name is not null, Organisation = line.seat.Organisation ?? line.Organisation ?? string.Empty,
            PersonId = line.seat.Position == 0 ? line.PersonId : null,
            State = line.seat.EventId == id ? line.State : chosen[line.seat.RegistrationId].FirstOrDefault(RegistrationState.Ended),
        })];
    }

    /// <summary>Where people sit, round by round; nobody while no tables are composed. One query.</summary>
    public async Task<ILookup<Guid, int>> TablesAsync(EventRow row, CancellationToken ct) =>
        (await db.Set<StoredPlan>().Where(plan => plan.EventId == row.ContentItemId).Join(db.Set<TableSeat>(), plan => plan.Id, seat => seat.PlanId, (_, seat) => seat).AsNoTracking()
            .OrderBy(seat => seat.AttendeeId).ThenBy(seat => seat.Round).Take(Most * MostRounds).ToListAsync(ct)).ToLookup(seat => seat.AttendeeId, seat => seat.Table);
}
