using EssConsult.Registration.Events;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>
/// Gives seats, or places on waiting lists. Everything that decides is read inside the lock: what the events say, the seats left, who
/// waits. Mails, circuits and pages hear of it after the commit.
/// </summary>
internal sealed class Registering(SiteDb db, SeatLock seatLock, TimeProvider clock)
{
    /// <summary>How long a seat waits for its person to open the mail.</summary>
    public static readonly TimeSpan UnconfirmedHeld = TimeSpan.FromHours(24);

    /// <returns>The registration; the earlier one when this form was sent before.</returns>
    /// <exception cref="RuleException">Closed, full without a waiting list, twice, or two workshops at once: nothing is stored.</exception>
    public async Task<Registration> RegisterAsync(RegisterForEvent asked, CancellationToken ct)
    {
        string[] ids = [asked.EventId, .. asked.Workshops];
        await using var seats = await seatLock.TakeAsync(db, ids, ct);
        if (await db.Set<Registration>().FirstOrDefaultAsync(row => row.FormKey == asked.FormKey, ct) is { } sent)
        {
            return sent;
        }

        var events = await db.Set<EventRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, ct);
        var now = clock.UtcNow();
        var place = new Placing(seats, now, await WaitersAsync(ids, ct));
        var main = Place(place, Open(events, asked, now), asked, within: null);
        db.Add(main);
        AddPeople(main, asked);
        AddWorkshops(place, main, events, asked);
        await db.SaveChangesAsync(ct);
        await seats.CommitAsync(ct);
        return main;
    }

    private static EventRow Open(Dictionary<string, EventRow> events, RegisterForEvent asked, DateTime now)
    {
        var row = events.GetValueOrDefault(asked.EventId);
        var byTeam = asked.Source is RegistrationSource.Organiser or RegistrationSource.Door;

        // Whoever stood at the door was there, even if the device tells of it days later or registrations were never asked for.
        if (RegistrationRules.Closure(row, now, byTeam) is { } closed && (row is null || asked.Source != RegistrationSource.Door))
        {
            throw closed;
        }

        var most = byTeam || asked.Source == RegistrationSource.Structure ? Registration.MostSeats : row!.MostGuests + 1;
        return asked.Seats >= 1 && asked.Seats <= most ? row! : throw new RuleException("registration.seats", "De 1 à {0} places par inscription.", most) { Field = "Seats" };
    }

    private static Registration Place(Placing place, EventRow row, RegisterForEvent asked, Registration? within)
    {
        var seats = place.SeatsOf(row.ContentItemId);
        var hold = place.Now + UnconfirmedHeld;
        var registration = new Registration
        {
            EventId = row.ContentItemId, PersonId = asked.PersonId, Email = asked.Email, EmailKey = asked.Email is null ? null : EmailAddress.Normalize(asked.Email), Name = asked.Name, Organisation = asked.Organisation,
            ActorId = asked.ActorId, Language = asked.Language, Seats = within is null ? asked.Seats : within.Seats, Source = asked.Source, FormKey = within is null ? asked.FormKey : Guid.NewGuid(), InvitationId = asked.InvitationId,
            Answers = within is null ? asked.Answers : null, CreatedUtc = place.Now, Arrival = ++seats.Arrivals, WithinId = within?.Id, Slot = within is null ? null : row.Slot ?? string.Empty,
        };
        if (asked.Source == RegistrationSource.Door)
        {
            registration.Place(SeatPool.Door, isProved: true, hold, place.Now);
        }
        else if (row.NeedsApproval && asked.Source is RegistrationSource.Self or RegistrationSource.Structure && asked.InvitationId is null)
        {
            registration.Submit(asked.IsProved, hold, place.Now);
        }
        else
        {
            place.Seat(registration, row, seats, asked.IsProved, hold);
        }

        return registration;
    }

    private void AddPeople(Registration registration, RegisterForEvent asked)
    {
        db.AddRange(Enumerable.Range(0, registration.Seats).Select(position => new Attendee
        {
            RegistrationId = registration.Id, EventId = registration.EventId, Position = position,
            Name = position == 0 ? (asked.Source == RegistrationSource.Structure ? null : asked.Name) : asked.Guests.ElementAtOrDefault(position - 1),
            Organisation = position == 0 ? asked.Organisation : null,
        }));
        db.AddRange(asked.Needs.Select(need => new AttendeeNeed { RegistrationId = registration.Id, EventId = registration.EventId, Kind = need.Kind, Note = need.Note }));
        db.Publish(new SeatsRequested(registration.Id, registration.EventId, registration.PersonId, registration.State));
    }

    /// <summary>Workshops go with a seat in the plenary; who waits for one chooses them later (<see cref="WorkshopChange"/>).</summary>
    internal void AddWorkshops(Placing place, Registration main, Dictionary<string, EventRow> events, RegisterForEvent asked)
    {
        foreach (var id in main.HoldsSeats ? asked.Workshops : [])
        {
            if (events.GetValueOrDefault(id) is not { } row || row.ParentId != main.EventId || RegistrationRules.Closure(row, place.Now, byTeam: true) is not null)
            {
                throw new RuleException("registration.workshop", "Un des ateliers choisis n’est plus proposé. Choisissez-en un autre.") { Field = "Form.Workshops" };
            }

            var workshop = Place(place, row, asked, main);
            db.Add(workshop);
            db.Publish(new SeatsRequested(workshop.Id, id, workshop.PersonId, workshop.State));
        }
    }

    /// <summary>The smallest group that waits for each event, and may be served: whoever comes now comes after it.</summary>
    internal async Task<Dictionary<string, int>> WaitersAsync(string[] ids, CancellationToken ct) => await db.Set<Registration>()
        .Where(row => ids.Contains(row.EventId) && row.State == RegistrationState.Waiting && row.ConfirmedUtc != null)
        .GroupBy(row => row.EventId).Select(group => new { group.Key, Smallest = group.Min(row => row.Seats) }).ToDictionaryAsync(found => found.Key, found => found.Smallest, ct);
}
