using EssConsult.Mail.Contracts;
using EssConsult.Mail.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EssConsult.Mail.Delivery;

/// <summary>Joins what waits for one person into one message a day at most, between 8:00 and 20:00, never on Sunday. Fifty people a transaction.</summary>
internal sealed class MailDigest(SiteDb db, MailRenderer renderer, MailSettings settings, TimeProvider clock, ILogger<MailDigest> log) : IRecurringJob
{
    public const string Template = "digest";
    private const int MostPieces = 50;
    private const int MostRecipients = 10_000;
    private const int RecipientsATime = 50;
    private static readonly TimeSpan Between = TimeSpan.FromHours(20);

    public string Name => "mail-digest";

    public async Task RunAsync(CancellationToken ct)
    {
        var (failed, first) = (0, (Exception?)null);
        foreach (var some in (await DueAsync(ct)).Chunk(RecipientsATime).TakeWhile(_ => IsDecentHour(clock.UtcNow().ToParis())))
        {
            if (await FailsAsync(some, ct) is null)
            {
                continue;
            }

            // A template that somebody broke, one odd message: the others still have their summary.
            foreach (var recipient in some)
            {
                if (await FailsAsync([recipient], ct) is { } error)
                {
                    (failed, first) = (failed + 1, first ?? error);
                }
            }
        }

        if (first is not null)
        {
            log.LogError(first, "{Count} summaries could not be made; they will be tried again", failed);
        }
    }

    private async Task<Exception?> FailsAsync(string[] recipients, CancellationToken ct)
    {
        try
        {
            await JoinAsync(recipients, ct);
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return error;
        }
        finally
        {
            db.ChangeTracker.Clear();
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

    private async Task JoinAsync(string[] recipients, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var waiting = await db.Set<MailMessage>().Where(message => message.State == MailState.ForDigest && recipients.Contains(message.Recipient))
            .OrderByDescending(message => message.QueuedUtc).Select(message => new { message.Id, Recipient = message.Recipient! }).ToListAsync(ct);
        var shown = waiting.GroupBy(message => message.Recipient).SelectMany(theirs => theirs.Take(MostPieces)).Select(message => message.Id).ToList();
        var pieces = (await db.Set<MailMessage>().AsNoTracking().Where(message => shown.Contains(message.Id)).OrderBy(message => message.QueuedUtc).ToListAsync(ct)).ToLookup(message => message.Recipient!);
        foreach (var theirs in waiting.GroupBy(message => message.Recipient))
        {
            var digest = await ComposeAsync([.. pieces[theirs.Key]], theirs.Count(), clock.UtcNow());
            db.Add(digest);
            db.Publish(new MailQueued(digest.Id));
        }

        await db.SaveChangesAsync(ct);
        var merged = waiting.ConvertAll(message => message.Id);
        await db.Set<MailMessage>().Where(message => merged.Contains(message.Id)).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MailState.Merged), ct);
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
