using EssConsult.Registration.Circuits;
using EssConsult.Registration.Seats;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Reminders;

/// <summary>
/// « Venez-vous toujours ? » a week before, and one practical message the day before: two at most. Where the organiser chose it, who
/// answers neither the first message nor a second one three days before gives the seat back; never without 24 hours to answer. A circuit
/// that looks after an event says when its two messages go out, in place of these days.
/// </summary>
internal sealed class EventReminders(SiteDb db, RegistrationPost post, RegistrationVerbs verbs, IWorkflows workflows, TimeProvider clock) : IRecurringJob
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
        var events = await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && !row.IsCancelled && row.TakesRegistrations && row.StartsUtc > now && row.ParentId == null
            && (row.StartsUtc <= soon || db.Set<EventReminder>().Any(reminder => reminder.EventId == row.ContentItemId))).ToListAsync(ct);
        var ids = events.ConvertAll(row => row.ContentItemId);
        var asked = await db.Set<EventReminder>().AsNoTracking().Where(reminder => ids.Contains(reminder.EventId)).ToListAsync(ct);
        var circuits = workflows.StartsOn(EventApproaching.Name, nameof(EssRemindRegisteredTask)).ToList();
        foreach (var row in events)
        {
            var byCircuit = circuits.Exists(settings => EventApproaching.Concerns(settings, row.ContentItemId));
            await RemindAsync(row, now, Due(asks: true, byCircuit || row.StartsUtc > soon), Due(asks: false, byCircuit || row.StartsUtc - now > Day), ct);

            EventReminder? Due(bool asks, bool onlyWhenAsked) =>
                asked.Find(reminder => reminder.EventId == row.ContentItemId && reminder.Asks == asks) ?? (onlyWhenAsked ? null : new EventReminder { EventId = row.ContentItemId, Asks = asks });
        }
    }

    /// <param name="row">The event.</param>
    /// <param name="now">The present.</param>
    /// <param name="week">« Venez-vous toujours ? », when its time has come.</param>
    /// <param name="day">The practical message, when its time has come.</param>
    /// <param name="ct">Ends the sending.</param>
    private async Task RemindAsync(EventRow row, DateTime now, EventReminder? week, EventReminder? day, CancellationToken ct)
    {
        var left = row.StartsUtc - now;
        if (week is not null && left > TwoDays)
        {
            await SendAsync(row, "event-week", week.Note, rows => rows.Where(found => found.AskedUtc == null && found.ComingUtc == null && found.CreatedUtc < now.AddDays(-2)), found => found.AskedUtc = now, ct);
        }

        if (row.ReleasesSilentSeats && left <= ThreeDays && left > TwoDays)
        {
            await SendAsync(row, "event-week", note: null, rows => rows.Where(found => found.AskedUtc != null && found.AskedUtc < now.AddHours(-24) && found.AskedAgainUtc == null && found.ComingUtc == null), found => found.AskedAgainUtc = now, ct);
        }

        if (row.ReleasesSilentSeats && left > RegistrationRules.ShortNotice)
        {
            await ReleaseAsync(row, now, ct);
        }

        if (day is not null)
        {
            await SendAsync(row, "event-day", day.Note, rows => rows.Where(found => found.PractisedUtc == null), found => found.PractisedUtc = now, ct);
        }
    }

    /// <summary>The mark and the message are stored together: a run that is cut short sends to nobody twice.</summary>
    private async Task SendAsync(EventRow row, string template, string? note, Func<IQueryable<Registration>, IQueryable<Registration>> due, Action<Registration> mark, CancellationToken ct)
    {
        for (var sent = AtOnce; sent == AtOnce;)
        {
            var batch = await due(db.Set<Registration>().Where(found => found.EventId == row.ContentItemId && found.State == RegistrationState.Confirmed)).OrderBy(found => found.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var registration in batch)
            {
                mark(registration);
                await post.SendAsync(registration, row, template, ct, note);
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
