using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>
/// Gives a seat to somebody else. The new person's registration takes the same seats in one transaction, so that nobody who waits loses
/// by it and none is free in between; it holds them until the new address is confirmed, as any registration does.
/// </summary>
internal sealed class Transfer(SiteDb db, SeatLock seatLock, TimeProvider clock)
{
    /// <exception cref="RuleException">No seat to give, no name or no address, or the other person is registered already.</exception>
    public async Task GiveAsync(Registration from, string? name, string? email, CancellationToken ct)
    {
        if (from.State != RegistrationState.Confirmed)
        {
            throw new RuleException("registration.no-seat", "Il n’y a pas de place à donner.");
        }

        var cleanName = TypedText.Clean(name);
        var address = EmailAddress.Clean(email) ?? throw new RuleException("registration.email", "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.") { Field = "Form.Email" };
        if (cleanName.Length is 0 or > 100)
        {
            throw new RuleException("registration.name", "Écrivez son nom, en cent caractères au plus.") { Field = "Form.Name" };
        }

        var now = clock.UtcNow();
        var within = db.Set<Registration>().Where(row => row.WithinId == from.Id && row.State != RegistrationState.Ended);
        await using var seats = await seatLock.TakeAsync(db, [from.EventId, .. await within.Select(row => row.EventId).ToListAsync(ct)], ct);

        var workshops = await within.OrderBy(row => row.EventId).ToListAsync(ct);
        if (workshops.Exists(row => seats.Find(row.EventId) is null))
        {
            // Chosen since it was looked at: its seats are not locked.
            throw new RuleException("registration.changed-elsewhere", "Cette inscription vient de changer. Rechargez la page.");
        }

        var to = await PassOnAsync(seats, from, within: null, cleanName, address, now, ct);
        db.AddRange(Enumerable.Range(0, to.Seats).Select(position => new Attendee { RegistrationId = to.Id, EventId = to.EventId, Position = position, Name = position == 0 ? cleanName : null }));
        await db.SaveChangesAsync(ct);
        foreach (var workshop in workshops)
        {
            await PassOnAsync(seats, workshop, to, cleanName, address, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await seats.CommitAsync(ct);
    }

    /// <summary>Ends one registration and begins another on the same seats; who waits for a workshop waits anew, at its end, and an offer lapses.</summary>
    private async Task<Registration> PassOnAsync(LockedSeats seats, Registration from, Registration? within, string name, string address, DateTime now, CancellationToken ct)
    {
        var (isOffer, pool) = (from.State == RegistrationState.Offered, from.HoldsSeats ? from.Pool : (SeatPool?)null);
        if (isOffer)
        {
            await db.FreeSeatsAsync(from.EventId, from.Seats, from.Pool, ct);
        }

        var to = new Registration
        {
            EventId = from.EventId, Email = address, EmailKey = EmailAddress.Normalize(address), Name = name, Language = from.Language, Seats = from.Seats, Source = from.Source, CreatedUtc = now,
            Arrival = ++seats.Find(from.EventId)!.Arrivals, WithinId = within?.Id, Slot = from.Slot,
        };
        to.Place(isOffer ? null : pool, isProved: false, now + Registering.UnconfirmedHeld, now);
        from.End(EndReason.Transferred, now);
        db.Publish(new RegistrationEnded(from.Id, from.EventId, from.PersonId, EndReason.Transferred));
        db.Add(to);
        db.Publish(new SeatsRequested(to.Id, to.EventId, null, to.State));
        return to;
    }
}
