using EssConsult.Registration.Events;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>
/// What happens to a registration after it was made. Freeing seats takes no lock, for it can only make room; each verb commits, and
/// what is changed at the same moment elsewhere is refused by the row itself.
/// </summary>
internal sealed class RegistrationVerbs(SiteDb db, SeatLock seatLock, TimeProvider clock)
{
    /// <summary>The address is proved.</summary>
    public async Task ProveAsync(Registration registration, CancellationToken ct)
    {
        if (registration.IsEnded || registration.IsProved)
        {
            return;
        }

        foreach (var row in await WithWorkshopsAsync(registration, ct))
        {
            row.Prove(clock.UtcNow());
            db.Publish(new RegistrationConfirmed(row.Id, row.EventId, row.PersonId, row.State));

            // A seat may have fallen free while the wish did not count yet.
            if (row.State == RegistrationState.Waiting)
            {
                db.Publish(new SeatsFreed(row.EventId));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Stages that the registration and its workshops belong to an account from now on; the caller saves.</summary>
    public async Task BelongToAsync(Registration registration, string personId, CancellationToken ct)
    {
        foreach (var row in await WithWorkshopsAsync(registration, ct))
        {
            row.BelongTo(personId);
        }
    }

    /// <summary>Stages another name and organisation, for the workshops too: their lists are read at their doors. The caller saves.</summary>
    public async Task RenameAsync(Registration registration, string name, string? organisation, CancellationToken ct)
    {
        foreach (var row in await WithWorkshopsAsync(registration, ct))
        {
            (row.Name, row.Organisation) = (name, organisation);
        }
    }

    /// <summary>The person takes the seat that was offered; a seat in another workshop of the same slot is given up for it.</summary>
    /// <exception cref="RuleException">The offer has lapsed.</exception>
    public async Task ClaimAsync(Registration registration, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (registration.State != RegistrationState.Offered || registration.HoldUntilUtc <= now)
        {
            throw new RuleException("registration.offer-over", "Cette place n’est plus gardée pour vous : le délai est passé.");
        }

        await using var write = await db.BeginWriteAsync(ct);
        foreach (var other in await SameSlotAsync(registration, ct))
        {
            await EndOneAsync(other, EndReason.Moved, now, ct);
        }

        await db.SaveChangesAsync(ct);
        registration.Claim(now);
        db.Publish(new RegistrationConfirmed(registration.Id, registration.EventId, registration.PersonId, registration.State));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Ends a registration with its workshops. A second time changes nothing.</summary>
    public async Task EndAsync(Registration registration, EndReason reason, CancellationToken ct)
    {
        if (registration.IsEnded)
        {
            return;
        }

        await using var write = await db.BeginWriteAsync(ct);
        foreach (var row in await WithWorkshopsAsync(registration, ct))
        {
            await EndOneAsync(row, reason, clock.UtcNow(), ct);
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Seats of people who come no more are free again, in the plenary and in its workshops; whoever registered keeps theirs. Inside an open transaction.</summary>
    /// <param name="positions">Of the seats, from 1; others are passed by.</param>
    public async Task GiveBackAsync(Registration registration, IReadOnlyCollection<int> positions, CancellationToken ct)
    {
        var seats = await db.Set<Attendee>().Where(seat => seat.RegistrationId == registration.Id).OrderBy(seat => seat.Position).ToListAsync(ct);
        var leaving = seats.FindAll(seat => seat.Position > 0 && positions.Contains(seat.Position));
        if (leaving.Count == 0 || registration.IsEnded)
        {
            return;
        }

        db.RemoveRange(leaving);
        foreach (var row in await WithWorkshopsAsync(registration, ct))
        {
            row.Seats -= leaving.Count;
            if (row.HoldsSeats && row.Pool != SeatPool.Door)
            {
                await db.FreeSeatsAsync(row.EventId, leaving.Count, row.Pool, ct);
            }
            else if (row.State == RegistrationState.Waiting)
            {
                // A smaller group may fit where the larger one did not.
                db.Publish(new SeatsFreed(row.EventId));
            }
        }

        await db.SaveChangesAsync(ct);

        // One after the other, for two never have the same position.
        foreach (var (position, seat) in seats.Except(leaving).Index())
        {
            seat.Position = position;
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>An organiser says yes: a seat, or a place on the waiting list.</summary>
    public async Task ApproveAsync(Guid id, CancellationToken ct)
    {
        var eventId = await db.Set<Registration>().Where(row => row.Id == id).Select(row => row.EventId).FirstAsync(ct);
        await using var seats = await seatLock.TakeAsync(db, [eventId], ct);
        var registration = await db.Set<Registration>().FirstAsync(row => row.Id == id, ct);
        if (registration.State != RegistrationState.Pending)
        {
            throw new RuleException("registration.changed-elsewhere", "Cette inscription vient de changer. Rechargez la page.");
        }

        var row = (await db.FindEventAsync(eventId, ct))!;
        var waiting = await db.Set<Registration>().Where(other => other.EventId == eventId && other.State == RegistrationState.Waiting && other.ConfirmedUtc != null).MinAsync(other => (int?)other.Seats, ct);
        var place = new Placing(seats, clock.UtcNow(), waiting is { } smallest ? new Dictionary<string, int> { [eventId] = smallest } : new Dictionary<string, int>());
        place.Seat(registration, row, place.SeatsOf(eventId), registration.IsProved, place.Now + Registering.UnconfirmedHeld);
        db.Publish(new RegistrationConfirmed(registration.Id, eventId, registration.PersonId, registration.State));
        await db.SaveChangesAsync(ct);
        await seats.CommitAsync(ct);
    }

    /// <summary>Stages the end of one registration and gives its seats back, inside an open transaction.</summary>
    internal async Task EndOneAsync(Registration registration, EndReason reason, DateTime now, CancellationToken ct)
    {
        var (held, pool) = (registration.HoldsSeats, registration.Pool);
        registration.End(reason, now);
        db.Publish(new RegistrationEnded(registration.Id, registration.EventId, registration.PersonId, reason));
        if (held && pool != SeatPool.Door)
        {
            await db.FreeSeatsAsync(registration.EventId, registration.Seats, pool, ct);
        }
    }

    /// <summary>The registration and those of its workshops that are not over, in the order in which seats are locked.</summary>
    private async Task<IReadOnlyList<Registration>> WithWorkshopsAsync(Registration registration, CancellationToken ct) =>
        [.. (await db.Set<Registration>().Where(row => row.WithinId == registration.Id && row.State != RegistrationState.Ended).ToListAsync(ct)).Append(registration).OrderBy(row => row.EventId, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<Registration>> SameSlotAsync(Registration registration, CancellationToken ct) => registration.WithinId is null
        ? []
        : await db.Set<Registration>().Where(row => row.WithinId == registration.WithinId && row.Slot == registration.Slot && row.Id != registration.Id
            && (row.State == RegistrationState.Confirmed || row.State == RegistrationState.Held)).ToListAsync(ct);
}
