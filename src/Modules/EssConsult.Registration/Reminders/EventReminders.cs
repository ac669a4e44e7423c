using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Reminders;

/// <summary>
/// « Venez-vous toujours ? » a week before, and one practical message the day before: two at most. Where the organiser chose it, who
/// answers neither the first message nor a second one three days before gives the seat back; never without 24 hours to answer.
/// </summary>
internal sealed class EventReminders(SiteDb db, RegistrationPost post, RegistrationVerbs verbs, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan Week = TimeSpan.FromDays(7), ThreeDays = TimeSpan.FromDays(3), TwoDays = TimeSpan.FromDays(2), Day = TimeSpan.FromHours(28);

    /// <summary>Between the second message and the loss of the seat.</summary>
    public static readonly TimeSpan ToAnswer = TimeSpan.FromHours(24);
    private const int AtOnce = 200;

    public string Name => "registration-reminders";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();

        // Nobody is woken: what falls due at night goes out in the morning.
        if (now.ToParis().Hour is < 8 or >= 20)
        {
            return;
        }

        var soon = now + Week;
        var events = await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && !row.IsCancelled && row.TakesRegistrations && row.StartsUtc > now && row.StartsUtc <= soon && row.ParentId == null).ToListAsync(ct);
        foreach (var row in events)
        {
            await RemindAsync(row, now, ct);
        }
    }

    private async Task RemindAsync(EventRow row, DateTime now, CancellationToken ct)
    {
        var left = row.StartsUtc - now;
        if (left > TwoDays)
        {
            await SendAsync(row, "event-week", rows => rows.Where(found => found.AskedUtc == null && found.ComingUtc == null && found.CreatedUtc < now.AddDays(-2)), found => found.AskedUtc = now, ct);
        }

        if (row.ReleasesSilentSeats && left <= ThreeDays && left > TwoDays)
        {
            await SendAsync(row, "event-week", rows => rows.Where(found => found.AskedUtc != null && found.AskedUtc < now.AddHours(-24) && found.AskedAgainUtc == null && found.ComingUtc == null), found => found.AskedAgainUtc = now, ct);
        }

        if (row.ReleasesSilentSeats && left > RegistrationRules.ShortNotice)
        {
            await ReleaseAsync(row, now, ct);
        }

        if (left <= Day)
        {
            await SendAsync(row, "event-day", rows => rows.Where(found => found.PractisedUtc == null), found => found.PractisedUtc = now, ct);
        }
    }

    /// <summary>The mark and the message are stored together: a run that is cut short sends to nobody twice.</summary>
    private async Task SendAsync(EventRow row, string template, Func<IQueryable<Registration>, IQueryable<Registration>> due, Action<Registration> mark, CancellationToken ct)
    {
        for (var sent = AtOnce; sent == AtOnce;)
        {
            var batch = await due(db.Set<Registration>().Where(found => found.EventId == row.ContentItemId && found.State == RegistrationState.Confirmed)).OrderBy(found => found.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var registration in batch)
            {
                mark(registration);
                await post.SendAsync(registration, row, template, ct);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            sent = batch.Count;
        }
    }

    private async Task ReleaseAsync(EventRow row, DateTime now, CancellationToken ct)
    {
        var before = now - ToAnswer;
        await using var write = await db.BeginWriteAsync(ct);
        var silent = await db.Set<Registration>().Where(found => found.EventId == row.ContentItemId && found.State == RegistrationState.Confirmed && found.ComingUtc == null && found.AskedAgainUtc != null && found.AskedAgainUtc <= before)
            .OrderBy(found => found.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var registration in silent)
        {
            await verbs.EndOneAsync(registration, EndReason.Lapsed, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }
}
