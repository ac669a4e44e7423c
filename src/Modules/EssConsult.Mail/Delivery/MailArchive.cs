using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Delivery;

internal sealed class MailArchive(SiteDb db) : IMailArchive
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<ArchivedMail>> ListAsync(string personId, string? address, CancellationToken ct) => await db.Set<MailMessage>()
        .Where(message => message.PersonId == personId || (address != null && message.Recipient == address))
        .OrderByDescending(message => message.QueuedUtc).Take(Most)
        .Select(message => new ArchivedMail(message.QueuedUtc, message.SentUtc, message.Template, message.Subject, message.Text))
        .ToListAsync(ct);

    public async Task EraseAsync(string personId, string? address, CancellationToken ct)
    {
        var theirs = db.Set<MailMessage>().Where(message => message.PersonId == personId || (address != null && message.Recipient == address));
        await theirs.Where(message => message.State == MailState.Waiting || message.State == MailState.ForDigest).ExecuteDeleteAsync(ct);
        await theirs.EmptyAsync(ct);
    }
}
