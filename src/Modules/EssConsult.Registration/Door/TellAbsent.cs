using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>Until when it was told who did not come; an event that ends later than that is told of anew.</summary>
internal sealed class DoorClosing
{
    public required string EventId { get; init; }

    public DateTime ToldUtc { get; set; }
}

/// <summary>
/// A day after an event, when the last device has had its network back, tells who had a seat and was not seen: neither at its own door
/// nor, of a plenary, at one of its workshops'. Where nobody was checked in nothing is known of anybody.
/// </summary>
internal sealed class TellAbsent(SiteDb db, DoorBook door, TimeProvider clock) : IRecurringJob
{
    public const string Told = "door.absent-told";

    /// <summary>For an event that ended longer ago the news would be none.</summary>
    private static readonly TimeSpan After = TimeSpan.FromHours(24), NotAfter = TimeSpan.FromDays(15);

    public string Name => "door-absent";

    public async Task RunAsync(CancellationToken ct)
    {
        var (latest, earliest) = (clock.UtcNow() - After, clock.UtcNow() - NotAfter);
        var due = await db.Set<EventRow>().AsNoTracking().Where(row => row.EndsUtc <= latest && row.EndsUtc > earliest && !row.IsCancelled && db.CountingEntries().Any(scan => scan.EventId == row.ContentItemId)
            && !db.Set<DoorClosing>().Any(closing => closing.EventId == row.ContentItemId && closing.ToldUtc > row.EndsUtc)).OrderBy(row => row.ContentItemId).ToListAsync(ct);
        foreach (var row in due)
        {
            try
            {
                await TellAsync(row, ct);
            }
            catch (RuleException byAnother) when (byAnother.Code == Told)
            {
                // Another node told it at the same moment.
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task TellAsync(EventRow row, CancellationToken ct)
    {
        // Read before the door is, so that whoever tells it meanwhile is either seen here or met by the constraint.
        var closing = await db.Set<DoorClosing>().FindAsync([row.ContentItemId], ct) ?? db.Add(new DoorClosing { EventId = row.ContentItemId }).Entity;
        if (closing.ToldUtc > row.EndsUtc)
        {
            return;
        }

        var view = await door.ReadAsync(row, ct);
        var elsewhere = await db.CountingEntries().Where(scan => scan.AttendeeId != null && db.Set<EventRow>().Any(workshop => workshop.ParentId == row.ContentItemId && workshop.ContentItemId == scan.EventId))
            .Select(scan => scan.AttendeeId!.Value).Distinct().ToHashSetAsync(ct);
        foreach (var absent in view.People.Where(person => person.IsExpected && view.State.Find(person.Id) is null && !elsewhere.Contains(person.Id)))
        {
            db.Publish(new PersonAbsent(absent.RegistrationId, row.ContentItemId, absent.Id, absent.PersonId, IsGuest: absent.Position > 0));
        }

        closing.ToldUtc = clock.UtcNow();
        await db.SaveChangesAsync(ct);
    }
}
