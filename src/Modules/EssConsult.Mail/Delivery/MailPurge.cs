using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Delivery;

/// <summary>Empties messages thirty days after they went out or were given up, brief ones an hour after they went out; what stays says when and which template, to nobody.</summary>
internal sealed class MailPurge(SiteDb db, IEnumerable<BriefMail> brief, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // Not less: the limit on messages an hour to one address counts them.
    private static readonly TimeSpan KeptBriefly = TimeSpan.FromHours(1);

    public string Name => "mail-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        var (before, hourAgo) = (clock.UtcNow() - Kept, clock.UtcNow() - KeptBriefly);
        var templates = brief.Select(mail => mail.Template).ToList();
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<MailMessage>()
            .Where(message => message.Recipient != null && message.QueuedUtc < before && (message.SentUtc == null || message.SentUtc < before))
            .Where(message => message.State != MailState.Waiting && message.State != MailState.ForDigest)
            .EmptyAsync(ct);
        await db.Set<MailMessage>().Where(message => message.Recipient != null && message.State == MailState.Sent && message.SentUtc < hourAgo && templates.Contains(message.Template)).EmptyAsync(ct);
        await write.CommitAsync(ct);
    }
}

internal static class MailErasure
{
    /// <summary>Removes whom and what from messages, inside the caller's write transaction.</summary>
    public static Task<int> EmptyAsync(this IQueryable<MailMessage> messages, CancellationToken ct) => messages.ExecuteUpdateAsync(
        set => set.SetProperty(message => message.Recipient, (string?)null).SetProperty(message => message.PersonId, (string?)null)
            .SetProperty(message => message.Subject, (string?)null).SetProperty(message => message.Text, (string?)null)
            .SetProperty(message => message.Html, (string?)null).SetProperty(message => message.UnsubscribeUrl, (string?)null).SetProperty(message => message.Calendar, (string?)null),
        ct);
}
