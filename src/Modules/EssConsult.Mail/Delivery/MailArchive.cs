using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Delivery;

internal sealed class MailArchive(SiteDb db) : IMailArchive
{
    private const int Most = 1000;
    private const int ShortestName = 4;

    public async Task<IReadOnlyList<ArchivedMail>> ListAsync(string personId, string? address, CancellationToken ct) => await db.Set<MailMessage>()
        .Where(message => message.PersonId == personId || (address != null && message.Recipient == address))
        .OrderByDescending(message => message.QueuedUtc).Take(Most)
        .Select(message => new ArchivedMail(message.QueuedUtc, message.SentUtc, message.Template, message.Subject, message.Text))
        .ToListAsync(ct);

    public async Task EraseAsync(string personId, IReadOnlyCollection<string> addresses, string? name, CancellationToken ct)
    {
        var theirs = db.Set<MailMessage>().Where(message => message.PersonId == personId || addresses.Contains(message.Recipient!));
        await theirs.Where(message => message.State == MailState.Waiting || message.State == MailState.ForDigest).ExecuteDeleteAsync(ct);
        await theirs.EmptyAsync(ct);
        if (name is not null)
        {
            await ForgetNameAsync(name, ct);
        }
    }

    private async Task ForgetNameAsync(string name, CancellationToken ct)
    {
        var naming = db.Set<MailMessage>().Where(message => message.Text!.Contains(name) || message.Html!.Contains(name) || message.Subject!.Contains(name));
        await naming.Where(message => message.State != MailState.Waiting && message.State != MailState.ForDigest).EmptyAsync(ct);

        // A name of two or three letters is part of other words; those messages are emptied by the purge.
        if (name.Length >= ShortestName)
        {
            await naming.ExecuteUpdateAsync(
                set => set.SetProperty(message => message.Text, message => message.Text!.Replace(name, "…"))
                    .SetProperty(message => message.Html, message => message.Html!.Replace(name, "…"))
                    .SetProperty(message => message.Subject, message => message.Subject!.Replace(name, "…")),
                ct);
        }
    }
}
