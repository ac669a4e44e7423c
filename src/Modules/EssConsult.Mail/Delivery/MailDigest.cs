using EssConsult.Mail.Contracts;
using EssConsult.Mail.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EssConsult.Mail.Delivery;

/// <summary>Joins what waits for one person into one message a day at most, between 8:00 and 20:00, never on Sunday.</summary>
internal sealed class MailDigest(SiteDb db, MailRenderer renderer, MailSettings settings, TimeProvider clock, ILogger<MailDigest> log) : IRecurringJob
{
    public const string Template = "digest";
    private const int MostPieces = 50;
    private const int MostRecipients = 10_000;
    private static readonly TimeSpan Between = TimeSpan.FromHours(20);

    public string Name => "mail-digest";

    public async Task RunAsync(CancellationToken ct)
    {
        var (failed, first) = (0, (Exception?)null);
        foreach (var recipient in await DueAsync(ct))
        {
            if (!IsDecentHour(clock.UtcNow().ToParis()))
            {
                break;
            }

            try
            {
                await JoinAsync(recipient, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A template that somebody broke, one odd message: the others still have their summary.
                (failed, first) = (failed + 1, first ?? error);
            }

            db.ChangeTracker.Clear();
        }

        if (first is not null)
        {
            log.LogError(first, "{Count} summaries could not be made; they will be tried again", failed);
        }
    }

    internal static bool IsDecentHour(DateTime paris) => paris is { Hour: >= 8 and < 20, DayOfWeek: not DayOfWeek.Sunday };

    private async Task<List<string>> DueAsync(CancellationToken ct)
    {
        var since = clock.UtcNow() - Between;
        var messages = db.Set<MailMessage>();
        return await messages
            .Where(message => message.State == MailState.ForDigest && message.Recipient != null
                && !messages.Any(last => last.Recipient == message.Recipient && last.Template == Template && last.QueuedUtc > since))
            .Select(message => message.Recipient!).Distinct().OrderBy(recipient => recipient).Take(MostRecipients).ToListAsync(ct);
    }

    /// <summary>In a transaction of its own, so that whoever fails holds nobody up.</summary>
    private async Task JoinAsync(string recipient, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var waiting = await db.Set<MailMessage>().Where(message => message.State == MailState.ForDigest && message.Recipient == recipient)
            .OrderByDescending(message => message.QueuedUtc).Select(message => message.Id).ToListAsync(ct);
        var shown = waiting.Take(MostPieces).ToList();
        var pieces = await db.Set<MailMessage>().AsNoTracking().Where(message => shown.Contains(message.Id)).OrderBy(message => message.QueuedUtc).ToListAsync(ct);
        if (pieces.Count == 0)
        {
            return;
        }

        var digest = await ComposeAsync(pieces, waiting.Count, clock.UtcNow());
        db.Add(digest);
        db.Publish(new MailQueued(digest.Id));
        await db.SaveChangesAsync(ct);
        await db.Set<MailMessage>().Where(message => waiting.Contains(message.Id)).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MailState.Merged), ct);
        await write.CommitAsync(ct);
    }

    private async Task<MailMessage> ComposeAsync(List<MailMessage> pieces, int count, DateTime now)
    {
        var last = pieces[^1];
        var rendered = await renderer.RenderAsync(Template, last.Language, new Dictionary<string, object?>
        {
            ["Count"] = count,
            ["More"] = count - pieces.Count,
            ["Messages"] = pieces.Select(piece => new RenderedMail(piece.Subject!, piece.Text!, piece.Html!)),
        });
        return new MailMessage
        {
            Recipient = last.Recipient, PersonId = last.PersonId, Template = Template, Language = last.Language,
            // Of one kind, they end by the address of the last: each was signed anew.
            UnsubscribeUrl = pieces.TrueForAll(piece => piece.Template == last.Template) ? last.UnsubscribeUrl : null,
            Subject = rendered.Subject, Text = rendered.Text, Html = rendered.Html,
            MessageId = settings.NewMessageId(), QueuedUtc = now, DueUtc = now,
        };
    }
}
