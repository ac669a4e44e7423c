using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Reminders;

/// <summary>
/// Tells those who have a seat, or wait, that an event moved or is called off, so that their calendars follow. Two hundred in a
/// transaction: a plenary of five thousand does not keep others from registering meanwhile, and a run that is cut short goes on.
/// </summary>
internal sealed class ChangeNews(SiteDb db, RegistrationPost post, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 200;

    public string Name => "registration-changes";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        for (var told = AtOnce; told == AtOnce;)
        {
            var due = await db.Set<EventRow>().Where(row => row.EndsUtc > now && row.Sequence > 0)
                .Join(db.Set<Registration>(), row => row.ContentItemId, registration => registration.EventId, (row, registration) => new { row, registration })
                .Where(pair => pair.registration.State != RegistrationState.Ended && pair.registration.ConfirmedUtc != null && pair.registration.ToldState != null && pair.registration.ToldSequence < pair.row.Sequence)
                .OrderBy(pair => pair.registration.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var pair in due)
            {
                pair.registration.ToldSequence = pair.row.Sequence;
                await post.SendAsync(pair.registration, pair.row, pair.row.IsCancelled ? "event-cancelled" : "event-moved", ct);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            told = due.Count;
        }
    }
}
