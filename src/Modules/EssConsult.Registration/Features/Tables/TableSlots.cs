using EssConsult.Registration.Tables;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Tables;

/// <summary>On a registration's own page: at which tables its people sit, round by round.</summary>
internal sealed class TableTicket(SiteDb db) : ISlot
{
    public int Order => 50;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not Guid id)
        {
            return null;
        }

        // A workshop's registration has no seats of its own: its people are the plenary's.
        var found = await db.Set<Registration>().Where(row => row.Id == id && row.State == RegistrationState.Confirmed)
            .Join(db.Set<StoredPlan>(), row => row.EventId, plan => plan.EventId, (row, plan) => new { plan.Id, plan.Rounds, People = row.WithinId ?? row.Id })
            .Join(db.Set<Attendee>(), plan => plan.People, attendee => attendee.RegistrationId, (plan, attendee) => new { plan, attendee })
            .Join(db.Set<TableSeat>(), pair => new { PlanId = pair.plan.Id, AttendeeId = pair.attendee.Id }, seat => new { seat.PlanId, seat.AttendeeId }, (pair, seat) => new OwnTable(pair.attendee.Name, pair.attendee.Position, seat.Round, seat.Table, pair.plan.Rounds))
            .ToListAsync(ct);
        return found.Count == 0 ? null : new SlotView("/Features/EssConsult.Registration/Tables/_Ticket.cshtml", found.OrderBy(seat => seat.Position).ThenBy(seat => seat.Round).ToList());
    }
}

internal sealed record OwnTable(string? Name, int Position, int Round, int Table, int Rounds);
