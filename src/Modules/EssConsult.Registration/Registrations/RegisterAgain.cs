using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>Sends the link of a registration once more to an address that registers a second time; every ten minutes at most, whoever asks.</summary>
internal sealed class RegisterAgain(SiteDb db, RegistrationMails mails, TimeProvider clock)
{
    public async Task SendLinkAsync(string eventId, string email, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var (key, now) = (EmailAddress.Normalize(email), clock.UtcNow());
        var found = await db.Set<Registration>().FirstOrDefaultAsync(row => row.EventId == eventId && row.EmailKey == key && row.State != RegistrationState.Ended, ct);
        if (found is null || found.LinkSentUtc is { } sent && sent + RegistrationLimits.BetweenLinks > now)
        {
            return;
        }

        found.LinkSentUtc = now;
        await mails.SendAgainAsync(found.Id, ct);
        await db.SaveChangesAsync(ct);
    }
}
