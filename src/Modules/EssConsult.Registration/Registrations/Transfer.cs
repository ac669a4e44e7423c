using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>
/// Gives a seat to somebody else. The new person's registration takes the same seats in one transaction, so that nobody who waits loses
/// by it and none is free in between; it holds them until the new address is confirmed, as any registration does.
/// </summary>
internal sealed class Transfer(SiteDb db, TimeProvider clock)
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
        await using var write = await db.BeginWriteAsync(ct);
        var arrivals = await db.Set<EventSeats>().Where(row => row.EventId == from.EventId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Arrivals, row => row.Arrivals + 1), ct);
        var arrival = arrivals == 1 ? await db.Set<EventSeats>().Where(row => row.EventId == from.EventId).Select(row => row.Arrivals).FirstAsync(ct) : 0;
        var to = new Registration
        {
            EventId = from.EventId, Email = address, EmailKey = EmailAddress.Normalize(address), Name = cleanName, Language = from.Language, Seats = from.Seats, Source = from.Source, CreatedUtc = now, Arrival = arrival,
        };
        to.Place(from.Pool, isProved: false, now + Registering.UnconfirmedHeld, now);
        await EndAsync(from, now, ct);
        db.Add(to);
        db.AddRange(Enumerable.Range(0, to.Seats).Select(position => new Attendee { RegistrationId = to.Id, EventId = to.EventId, Position = position, Name = position == 0 ? cleanName : null }));
        db.Publish(new SeatsRequested(to.Id, to.EventId, null, to.State));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>The seats go over; workshops are the new person's to choose.</summary>
    private async Task EndAsync(Registration from, DateTime now, CancellationToken ct)
    {
        from.End(EndReason.Transferred, now);
        db.Publish(new RegistrationEnded(from.Id, from.EventId, from.PersonId, EndReason.Transferred));
        foreach (var workshop in await db.Set<Registration>().Where(row => row.WithinId == from.Id && row.State != RegistrationState.Ended).OrderBy(row => row.EventId).ToListAsync(ct))
        {
            var (held, seats, pool) = (workshop.HoldsSeats, workshop.Seats, workshop.Pool);
            workshop.End(EndReason.Transferred, now);
            db.Publish(new RegistrationEnded(workshop.Id, workshop.EventId, workshop.PersonId, EndReason.Transferred));
            if (held)
            {
                await db.FreeSeatsAsync(workshop.EventId, seats, pool, ct);
            }
        }
    }
}
