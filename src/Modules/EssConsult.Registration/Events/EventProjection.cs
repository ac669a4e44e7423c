using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Events;

/// <summary>Keeps the row of a rendez-vous and its number of seats in step with the published item, in the same transaction.</summary>
internal sealed class EventProjection(SiteDb db, IServiceProvider services, TimeProvider clock) : IContentHandler
{
    public Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        if (change.Act is ContentAct.Publish && change.Item.Part<EventPart>() is { } part)
        {
            Check(part, change.Item.Part<RegistrationPart>());
        }

        return Task.CompletedTask;
    }

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var item = change.Item;
        if (change.Type?.FindPart(nameof(EventPart)) is null || change.Act is ContentAct.SaveDraft or ContentAct.DropDraft || change is { Act: ContentAct.Import, Item.Published: false })
        {
            return;
        }

        var row = await db.Set<EventRow>().FindAsync([item.ContentItemId], ct);
        if (change.Act is ContentAct.Unpublish or ContentAct.Remove)
        {
            Withdraw(row);
        }
        else if (item.Part<EventPart>() is { Starts: not null, Ends: not null } part)
        {
            await PutAsync(row, item, part, item.Part<RegistrationPart>() ?? new RegistrationPart(), ct);
        }
    }

    private static void Check(EventPart part, RegistrationPart? registration)
    {
        if (part.Ends <= part.Starts)
        {
            throw new RuleException("event.dates", "Le rendez-vous finit avant de commencer : corrigez ses dates.");
        }

        if (registration is { Reserved: { } reserved, Capacity: var capacity } && reserved > (capacity ?? 0))
        {
            throw new RuleException("event.reserved", "Il y a plus de places réservées que de places.");
        }
    }

    private void Withdraw(EventRow? row)
    {
        if (row is { Published: true })
        {
            row.Published = false;
            Tell(row);
        }
    }

    private async Task PutAsync(EventRow? known, ContentItem item, EventPart part, RegistrationPart registration, CancellationToken ct)
    {
        var row = known ?? db.Add(new EventRow { ContentItemId = item.ContentItemId }).Entity;
        var (before, wasCancelled, starts) = (ShownInCalendars(row), row.IsCancelled, row.StartsUtc);
        EventReader.Describe(row, item, part, registration);
        row.IsCancelled |= row.ParentId is { } plenary && await db.Set<EventRow>().AnyAsync(other => other.ContentItemId == plenary && other.IsCancelled, ct);
        if (row.IsCancelled != wasCancelled)
        {
            await CarryToWorkshopsAsync(row, ct);
        }

        if (known is not null && row.StartsUtc != starts)
        {
            // Asked for another day: circuits are told anew.
            db.RemoveRange(await db.Set<Reminders.EventReminder>().Where(reminder => reminder.EventId == item.ContentItemId).ToListAsync(ct));
        }

        if (known is not null && !before.Equals(ShownInCalendars(row)))
        {
            row.Sequence++;
        }

        await ResizeAsync(item.ContentItemId, registration, ct);
        Tell(row);
    }

    /// <summary>A plenary that is called off takes its workshops along; one that takes place after all gives them back as their own pages say.</summary>
    private async Task CarryToWorkshopsAsync(EventRow row, CancellationToken ct)
    {
        foreach (var workshop in await db.Set<EventRow>().Where(other => other.ParentId == row.ContentItemId && other.Published).ToListAsync(ct))
        {
            // The store calls its handlers: it is there once all of them are made.
            var own = (await services.GetRequiredService<IContentStore>().FindAsync(workshop.ContentItemId, ContentVersion.Published, ct))?.Part<EventPart>()?.Cancelled ?? workshop.IsCancelled;
            if (workshop.IsCancelled != (own || row.IsCancelled))
            {
                workshop.IsCancelled = own || row.IsCancelled;
                workshop.Sequence++;
                Tell(workshop);
            }
        }
    }

    private static object ShownInCalendars(EventRow row) => (row.Title, row.StartsUtc, row.EndsUtc, row.Place, row.Address, row.Mode, row.IsCancelled);

    /// <summary>The table itself refuses fewer seats than are taken; more of them are offered to those who wait.</summary>
    private async Task ResizeAsync(string eventId, RegistrationPart registration, CancellationToken ct)
    {
        var (capacity, reserved) = (registration.Capacity, registration.Reserved ?? 0);
        var seats = await db.Set<EventSeats>().FindAsync([eventId], ct);
        if (seats is null)
        {
            db.Add(new EventSeats { EventId = eventId, Capacity = capacity, Reserved = reserved });
            return;
        }

        var free = seats.Free;
        (seats.Capacity, seats.Reserved) = (capacity, reserved);
        if (seats.Free < 0)
        {
            throw new RuleException("event.too-small", "{0} places sont déjà prises ou gardées : il ne peut pas y en avoir moins. Annulez d’abord des inscriptions.", seats.Taken + reserved);
        }

        if (seats.Free > free)
        {
            db.Publish(new SeatsFreed(eventId));
        }
    }

    private void Tell(EventRow row)
    {
        row.ChangedUtc = clock.UtcNow();
        db.Publish(new EventChanged(row.ContentItemId));
    }
}
