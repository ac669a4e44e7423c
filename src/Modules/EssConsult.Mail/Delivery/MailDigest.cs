using EssConsult.Mail.Contracts;
using EssConsult.Mail.Writing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Delivery;

/// <summary>Joins what waits for one person into one message a day at most, between 8:00 and 20:00, never on Sunday.</summary>
internal sealed class MailDigest(SiteDb db, MailRenderer renderer, MailSettings settings, TimeProvider clock) : IRecurringJob
{
    public const string Template = "digest";
    private const int RecipientsATime = 100;
    private static readonly TimeSpan Between = TimeSpan.FromHours(20);

    public string Name => "mail-digest";

    public async Task RunAsync(CancellationToken ct)
    {
        while (IsDecentHour(clock.UtcNow().ToParis()) && await JoinAsync(ct) == RecipientsATime)
        {
            db.ChangeTracker.Clear();
        }
    }

    internal static bool IsDecentHour(DateTime paris) => paris is { Hour: >= 8 and < 20, DayOfWeek: not DayOfWeek.Sunday };

    private async Task<int> JoinAsync(CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var now = clock.UtcNow();
        var since = now - Between;
        var messages = db.Set<MailMessage>();
        var recipients = await messages
            .Where(message => message.State == MailState.ForDigest && !messages.Any(last => last.Recipient == message.Recipient && last.Template == Template && last.QueuedUtc > since))
            .Select(message => message.Recipient).Distinct().OrderBy(recipient => recipient).Take(RecipientsATime).ToListAsync(ct);
        var waiting = await messages.Where(message => message.State == MailState.ForDigest && recipients.Contains(message.Recipient))
            .OrderBy(message => message.QueuedUtc).ToListAsync(ct);
        foreach (var pieces in waiting.GroupBy(message => message.Recipient))
        {
            var digest = await ComposeAsync([.. pieces], now);
            db.Add(digest);
            db.Publish(new MailQueued(digest.Id));
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return recipients.Count;
    }

    private async Task<MailMessage> ComposeAsync(List<MailMessage> pieces, DateTime now)
    {
        var last = pieces[^1];
        var rendered = await renderer.RenderAsync(Template, last.Language, new Dictionary<string, object?>
        {
            ["Count"] = pieces.Count,
            ["Messages"] = pieces.Select(piece => new RenderedMail(piece.Subject!, piece.Text!, piece.Html!)),
        });
        pieces.ForEach(piece => piece.State = MailState.Merged);
        return new MailMessage
        {
            Recipient = last.Recipient, PersonId = last.PersonId, Template = Template, Language = last.Language,
            UnsubscribeUrl = pieces.TrueForAll(piece => piece.UnsubscribeUrl == last.UnsubscribeUrl) ? last.UnsubscribeUrl : null,
            Subject = rendered.Subject, Text = rendered.Text, Html = rendered.Html,
            MessageId = settings.NewMessageId(), QueuedUtc = now, DueUtc = now,
        };
    }
}
