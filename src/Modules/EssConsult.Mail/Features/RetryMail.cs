using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Features;

internal sealed class RetryMailHandler(SiteDb db, TimeProvider clock)
{
    /// <summary>Puts one failed message, or all of them, back into the queue.</summary>
    /// <returns>How many.</returns>
    public async Task<int> HandleAsync(Guid? id, string actorId, CancellationToken ct)
    {
        var failed = await db.Set<MailMessage>()
            .Where(message => message.State == MailState.Failed && message.Recipient != null && (id == null || message.Id == id))
            .OrderBy(message => message.QueuedUtc).Take(1000).ToListAsync(ct);
        foreach (var message in failed)
        {
            message.TryAgain(clock.UtcNow());
            db.Publish(new MailQueued(message.Id));
            db.Audit(new AuditEntry("mail.retry", message.Id.ToString(), actorId));
        }

        await db.SaveChangesAsync(ct);
        return failed.Count;
    }
}
