using System.Diagnostics;
using EssConsult.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EssConsult.Kernel.Events;

/// <summary>Runs every handler over the outbox, once per site.</summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, IEnumerable<HandlerRegistration> handlers, HandlerRunner runner, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pace = new Pace(times: 2, longest: TimeSpan.FromMilliseconds(200));
        while (!stoppingToken.IsCancellationRequested)
        {
            await pace.RestAsync(stoppingToken);
            var raised = signal.Next();
            var since = Stopwatch.GetTimestamp();
            var look = await LookAsync(stoppingToken);
            var (moved, more) = (look.Moved, look.More);
            foreach (var handler in look.Wanted)
            {
                moved |= await runner.TryAdvanceAsync(handler, stoppingToken);
            }

            if (!moved)
            {
                await OutboxSignal.WaitAsync(raised, clock, stoppingToken);
            }
            else if (!more)
            {
                pace.Took(since);
            }
        }
    }

    private async Task<OutboxLook> LookAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await OutboxLook.AheadAsync(scope.ServiceProvider.GetRequiredService<SiteDb>(), handlers.Where(runner.IsDue), HandlerRunner.Batch, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            log.LogError(error, "The outbox could not be read");
            return OutboxLook.Nothing;
        }
        catch (OperationCanceledException)
        {
            return OutboxLook.Nothing;
        }
    }
}
