using EssConsult.Accounts.Contracts;

namespace EssConsult.Notifications.Mailings;

/// <summary>
/// Writes the messages that are due, two hundred people a transaction, which also notes how far it came: one job for everybody, and
/// whoever was reached before a crash is not written to again.
/// </summary>
internal sealed class MailingSender(SiteDb db, Audiences audiences, MailingLetters letters, IMailPeople mail, TimeProvider clock) : IRecurringJob
{
    private const int PeopleATime = 200;

    public string Name => "mailings";

    public async Task RunAsync(CancellationToken ct)
    {
        while (await DueAsync(ct) is { } id)
        {
            while (await SendSomeAsync(id, ct))
            {
                db.ChangeTracker.Clear();
            }

            db.ChangeTracker.Clear();
        }
    }

    private Task<Guid?> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var decent = now.ToParis() is { Hour: >= 8 and < 20, DayOfWeek: not DayOfWeek.Sunday };
        return db.Set<Mailing>().Where(mailing => mailing.State == MailingState.Sending || (mailing.State == MailingState.Scheduled && mailing.ScheduledUtc <= now))
            .Where(mailing => decent || mailing.IsUrgent).OrderBy(mailing => mailing.ScheduledUtc).Select(mailing => (Guid?)mailing.Id).FirstOrDefaultAsync(ct);
    }

    /// <returns>False when there is nobody left, or somebody stopped it.</returns>
    private async Task<bool> SendSomeAsync(Guid id, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var mailing = await db.Set<Mailing>().FirstOrDefaultAsync(row => row.Id == id, ct);
        if (mailing is not { State: MailingState.Scheduled or MailingState.Sending })
        {
            return false;
        }

        var people = await audiences.PeopleAsync(mailing.Audience, mailing.AudienceId, mailing.Cursor, PeopleATime, ct);
        var (reached, refused) = await audiences.SplitAsync(people, ct);
        var words = letters.Words(mailing);
        await mail.EnqueueManyAsync(reached.ToDictionary(personId => personId, personId => letters.Of(mailing, words, personId, isTest: false)), ct);
        (mailing.Written, mailing.Refused, mailing.Unreachable) = (mailing.Written + reached.Count, mailing.Refused + refused, mailing.Unreachable + people.Count - reached.Count - refused);
        (mailing.State, mailing.Cursor, mailing.Version) = (MailingState.Sending, people.Count > 0 ? people[^1] : mailing.Cursor, Guid.NewGuid());
        if (people.Count == 0)
        {
            (mailing.State, mailing.FinishedUtc) = (MailingState.Sent, clock.UtcNow());
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return people.Count > 0;
    }
}
