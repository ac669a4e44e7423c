using EssConsult.Contributions.Contracts;
using EssConsult.Registration.Invitations;
using EssConsult.Registration.Online;
using EssConsult.Registration.Privacy;
using EssConsult.Registration.Room;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Demo;

/// <summary>The fictional rendez-vous with everything that people did there, and the seats of fictional people elsewhere.</summary>
internal sealed class DemoEvents(SiteDb db, IContentStore content, RegistrationVerbs verbs, TimeProvider clock) : IDemoPiece
{
    public string Label => "Rendez-vous fictifs";

    public Task<int> CountAsync(CancellationToken ct) => db.Set<EventRow>().CountAsync(row => row.IsDemo, ct);

    public async Task RemoveAsync(IReadOnlyList<string> persons, CancellationToken ct)
    {
        var ids = await db.Set<EventRow>().Where(row => row.IsDemo).Select(row => row.ContentItemId).ToListAsync(ct);
        foreach (var id in ids)
        {
            await content.EraseAsync(id, ct);
            db.Publish(new EventChanged(id));
        }

        var told = db.Set<EventOrigin>().Where(row => ids.Contains(row.EventId));
        foreach (var minutes in await told.Where(row => row.Table == null).Select(row => row.ContentItemId).ToListAsync(ct))
        {
            await content.EraseAsync(minutes, ct);
        }

        await told.ExecuteDeleteAsync(ct);

        // Attendees, their needs, wishes and tables go with their registration; sheets, draws and opinions with the event.
        await db.Set<Registration>().Where(row => ids.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        await db.Set<Invitation>().Where(row => ids.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        await db.Set<OnlineRoom>().Where(row => ids.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        await db.Set<NeedCount>().Where(row => ids.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        await db.Set<EventSeats>().Where(row => ids.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        await db.Set<EventRow>().Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(ct);
        await verbs.EraseAsync(db, db.Set<Registration>().Where(row => row.PersonId != null && persons.Contains(row.PersonId)), clock.UtcNow(), ct);
    }
}
