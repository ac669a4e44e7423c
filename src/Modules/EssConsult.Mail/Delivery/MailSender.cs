using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EssConsult.Mail.Delivery;

/// <summary>Sends what is due, one message after the other, on one node at a time. Its log names messages by id only.</summary>
internal sealed class MailSender(IServiceScopeFactory scopes, IMailTransport transport, MailSettings settings, MailSignal signal, TimeProvider clock, ILogger<MailSender> log)
    : BackgroundService
{
    // Longer than a server is given to answer: the turn cannot pass to another node while a message is in flight.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                    // One after the other until nothing is due.
                }

                await transport.RestAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is DbException or DbUpdateException or IOException)
            {
                log.LogError(error, "Mail could not be read or marked; it will be tried again");
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // An exception that leaves a background service stops the whole site. Its text may name an address.
                log.LogError("Mail stopped on {Error}; it will be tried again", error.GetType().Name);
            }

            await signal.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> SendNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var (message, postponed) = await TakeAsync(db, ct);
        if (message is null || postponed)
        {
            return postponed;
        }

        await DeliverAsync(message, ct);
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    /// <summary>Counts the attempt before making it, so that a message that kills the process does not do so for ever.</summary>
    private async Task<(MailMessage? Message, bool Postponed)> TakeAsync(SiteDb db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = db.Set<MailMessage>().Where(message => message.State == MailState.Waiting && message.DueUtc <= now);
        if (!await due.AnyAsync(ct))
        {
            return (null, false);
        }

        await using var write = await db.BeginWriteAsync(ct);
        if (!await db.TakeLeaseAsync("mail-sender", Turn, ct) || await due.OrderBy(message => message.DueUtc).FirstOrDefaultAsync(ct) is not { } message)
        {
            return (null, false);
        }

        var postponed = !message.Attempt(now, overLimit: await IsOverLimitAsync(db, message, now, ct));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return (message, postponed);
    }

    private async Task DeliverAsync(MailMessage message, CancellationToken ct)
    {
        try
        {
            await transport.SendAsync(Envelope.Of(message, settings.From), ct);
            message.MarkSent(clock.UtcNow());
        }
        catch (MailRefusedException refused)
        {
            message.MarkFailed(refused.Message, refused.Permanent);
            log.LogWarning("Message {Message} was not sent, attempt {Attempt}, permanent {Permanent}", message.Id, message.Attempts, refused.Permanent);
        }
        catch (MimeKit.ParseException)
        {
            message.MarkFailed("The address is not one.", permanent: true);
            log.LogWarning("Message {Message} has no valid address", message.Id);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            message.MarkFailed($"{error.GetType().Name}: {error.Message}", permanent: false);
            log.LogError("Message {Message} was not sent, attempt {Attempt}: {Error}", message.Id, message.Attempts, error.GetType().Name);
        }
    }

    private Task<bool> IsOverLimitAsync(SiteDb db, MailMessage message, DateTime now, CancellationToken ct)
    {
        var since = now.AddHours(-1);
        return db.Set<MailMessage>()
            .Where(sent => sent.Recipient == message.Recipient && sent.SentUtc > since)
            .OrderBy(sent => sent.SentUtc).Skip(settings.PerRecipientAnHour - 1).AnyAsync(ct);
    }
}
