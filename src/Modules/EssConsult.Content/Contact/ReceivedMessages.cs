using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Contact;

/// <summary>The messages that came, for those who answer them.</summary>
internal sealed class ReceivedMessages(SiteDb db, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<(IReadOnlyList<ContactMessage> Messages, int Total)> ListAsync(bool handled, int page, CancellationToken ct)
    {
        var messages = db.Set<ContactMessage>().AsNoTracking().Where(message => message.HandledUtc != null == handled);
        var total = await messages.CountAsync(ct);
        var shown = await messages.OrderByDescending(message => message.SentUtc).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (shown, total);
    }

    public Task<int> CountWaitingAsync(CancellationToken ct) => db.Set<ContactMessage>().CountAsync(message => message.HandledUtc == null, ct);

    public async Task HandleAsync(Guid id, bool handled, CancellationToken ct)
    {
        if (await db.FindAsync<ContactMessage>([id], ct) is { } message)
        {
            message.HandledUtc = handled ? clock.UtcNow() : null;
            await db.SaveChangesAsync(ct);
        }
    }

    public async Task DeleteAsync(Guid id, string actorId, CancellationToken ct)
    {
        if (await db.FindAsync<ContactMessage>([id], ct) is { } message)
        {
            db.Remove(message);
            db.Audit(new AuditEntry("contact.delete", id.ToString(), actorId));
            await db.SaveChangesAsync(ct);
        }
    }
}
