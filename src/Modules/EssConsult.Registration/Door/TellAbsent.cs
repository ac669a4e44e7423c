using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>It was told who did not come; once.</summary>
internal sealed class DoorClosing
{
    public required string EventId { get; init; }

    public DateTime ToldUtc { get; init; }
}

/// <summary>
/// A day after an event, when the last device has had its network back, tells who had a seat and was not seen. Where nobody was ever
/// checked in nothing is known of anybody.
/// </summary>
internal sealed class TellAbsent(SiteDb db, DoorBook door, TimeProvider clock) : IRecurringJob
{
    /// <summary>For an event that ended longer ago the news would be none.</summary>
    private static readonly TimeSpan After = TimeSpan.FromHours(24), NotAfter = TimeSpan.FromDays(15);

    public string Name => "door-absent";

    public async Task RunAsync(CancellationToken ct)
    {
        var (latest, earliest) = (clock.UtcNow() - After, clock.UtcNow() - NotAfter);
        var due = await db.Set<EventRow>().AsNoTracking().Where(row => row.EndsUtc <= latest && row.EndsUtc > earliest && !row.IsCancelled && db.Set<Arrival>().Any(arrival => arrival.EventId == row.ContentItemId)
            && !db.Set<DoorClosing>().Any(closing => closing.EventId == row.ContentItemId)).ToListAsync(ct);
        foreach (var row in due)
        {
            var view = await door.ReadAsync(row, ct);
            foreach (var absent in view.People.Where(person => person.IsExpected && view.State.Find(person.Id) is null))
            {
                db.Publish(new PersonAbsent(absent.RegistrationId, row.ContentItemId, absent.Id, absent.PersonId));
            }

            db.Add(new DoorClosing { EventId = row.ContentItemId, ToldUtc = clock.UtcNow() });
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
