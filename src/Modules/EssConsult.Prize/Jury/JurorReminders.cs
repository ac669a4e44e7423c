using EssConsult.Prize.Editions;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Jury;

/// <summary>A juror was told that sheets are missing, so many days before that deadline. One row: it is told once.</summary>
internal sealed class JurorReminder
{
    public required Guid JurorId { get; init; }

    public required DateTime DeadlineUtc { get; init; }

    public required int Days { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Says which jurors have sheets to give when the deadline draws near; what is sent to them is a circuit's.</summary>
internal sealed class JurorReminders(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public string Name => "prize-reminders";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var edition in await db.Set<Edition>().AsNoTracking().Where(edition => edition.Stage == EditionStage.Scoring && edition.ScoringClosesUtc > now).ToListAsync(ct))
        {
            var deadline = edition.ScoringClosesUtc!.Value;

            // Opened late, only the nearest: nobody is told twice in a day.
            if (edition.ReminderDays.FirstOrDefault(days => deadline.AddDays(-days) <= now) is > 0 and var days)
            {
                await TellAsync(edition.ContentItemId, deadline, days, now, ct);
            }
        }
    }

    private async Task TellAsync(string editionId, DateTime deadline, int days, DateTime now, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var late = await db.Set<JuryPair>().Missing(db, editionId).GroupBy(pair => pair.JurorId).Select(mine => new { JurorId = mine.Key, Left = mine.Count() }).ToListAsync(ct);
        var told = await db.Set<JurorReminder>().Where(row => row.DeadlineUtc == deadline && row.Days <= days).Select(row => row.JurorId).ToHashSetAsync(ct);
        foreach (var juror in late.Where(juror => !told.Contains(juror.JurorId)))
        {
            db.Add(new JurorReminder { JurorId = juror.JurorId, DeadlineUtc = deadline, Days = days, AtUtc = now });
            db.Publish(new JurorLate(juror.JurorId, editionId, juror.Left, deadline));
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}

internal static class MissingSheets
{
    /// <summary>Pairs of an edition that still wait for a sheet, of jurors who are still of the jury.</summary>
    public static IQueryable<JuryPair> Missing(this IQueryable<JuryPair> pairs, SiteDb db, string editionId) => pairs.Where(pair => pair.EditionId == editionId && pair.Standing == Standing.Assigned
        && db.Set<Juror>().Any(juror => juror.Id == pair.JurorId && juror.State == JurorState.Accepted) && !db.Set<Sheet>().Any(sheet => sheet.JurorId == pair.JurorId && sheet.EntryId == pair.EntryId));
}
