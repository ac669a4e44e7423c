using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>Changes which workshops go with a seat in the plenary: those left are given back, those chosen are asked for as anybody would, and the whole of it happens or nothing.</summary>
internal sealed class WorkshopChange(SiteDb db, SeatLock seatLock, RegistrationVerbs verbs, Registering registering, TimeProvider clock)
{
    /// <param name="main">A confirmed seat.</param>
    /// <param name="wanted">Workshops of the plenary, at most one per slot; those that the person has stay as they are.</param>
    /// <param name="ct">Ends the work.</param>
    /// <exception cref="RuleException">A workshop is no longer offered, or full without a waiting list: nothing changes.</exception>
    public async Task ChooseAsync(Registration main, IReadOnlyList<string> wanted, CancellationToken ct)
    {
        var held = await db.Set<Registration>().Where(row => row.WithinId == main.Id && row.State != RegistrationState.Ended).ToListAsync(ct);
        var left = held.FindAll(row => !wanted.Contains(row.EventId));
        string[] added = [.. wanted.Except(held.Select(row => row.EventId))];
        string[] ids = [.. left.Select(row => row.EventId), .. added];
        if (ids.Length == 0)
        {
            return;
        }

        await using var seats = await seatLock.TakeAsync(db, ids, ct);
        var events = await db.Set<EventRow>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, ct);
        foreach (var row in left)
        {
            await verbs.EndOneAsync(row, added.Any(id => events.GetValueOrDefault(id)?.Slot == row.Slot) ? EndReason.Moved : EndReason.Cancelled, clock.UtcNow(), ct);
        }

        // The slot is free before it is taken again.
        await db.SaveChangesAsync(ct);
        registering.AddWorkshops(new Placing(seats, clock.UtcNow(), await registering.WaitersAsync(ids, ct)), main, events, Asked(main, added));
        await db.SaveChangesAsync(ct);
        await seats.CommitAsync(ct);
    }

    private static RegisterForEvent Asked(Registration main, string[] workshops) => new()
    {
        EventId = main.EventId, FormKey = Guid.CreateVersion7(), Name = main.Name, Organisation = main.Organisation, Email = main.Email, PersonId = main.PersonId, ActorId = main.ActorId, Language = main.Language,
        Source = main.Source, InvitationId = main.InvitationId, IsProved = true, Workshops = workshops,
    };
}
