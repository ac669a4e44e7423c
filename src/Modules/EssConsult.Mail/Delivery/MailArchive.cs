using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Delivery;

internal sealed class MailArchive(SiteDb db) : IMailArchive
{
    private const int Most = 1000;
    private const int AtOnce = 200;

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
        if (name is not null && NameInText.Of(name) is { } words)
        {
            await ForgetNameAsync(name, words, ct);
        }
    }

    /// <summary>What others were or will be sent stays, without the name.</summary>
    private async Task ForgetNameAsync(string name, NameInText words, CancellationToken ct)
    {
        var naming = db.Set<MailMessage>().AsNoTracking().Where(message => message.Text!.Contains(name) || message.Html!.Contains(name) || message.Subject!.Contains(name)).OrderBy(message => message.Id);
        for (var last = Guid.Empty; ;)
        {
            var page = await naming.Where(message => message.Id > last).Take(AtOnce).ToListAsync(ct);
            foreach (var message in page)
            {
                var (subject, text, html) = (words.Erase(message.Subject), words.Erase(message.Text), words.Erase(message.Html));
                await db.Set<MailMessage>().Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Subject, subject).SetProperty(row => row.Text, text).SetProperty(row => row.Html, html), ct);
            }

            if (page.Count < AtOnce)
            {
                return;
            }

            last = page[^1].Id;
        }
    }
}
