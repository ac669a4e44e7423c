using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EssConsult.Workflows.Triggers;

/// <summary>
/// Runs the circuits, one run after the other in the order of the events, on one node at a time. A run, what it stages and its turn in
/// the queue commit together: after a crash it is begun again, never done twice.
/// </summary>
internal sealed class WorkflowWorker(IServiceScopeFactory scopes, WorkflowSignal signal, RunPace pace, TimeProvider clock, ILogger<WorkflowWorker> log) : BackgroundService
{
    /// <summary>After a kill the circuits stand still for so long; a longer run keeps its turn by renewing it.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await TryNextAsync(stoppingToken))
                {
                    // Each event first, then the runs that it causes.
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // An exception that leaves a background service stops the whole site. Its text may hold what people wrote.
                log.LogError("Circuits stopped on {Error}; they will be tried again", error.GetType().Name);
            }

            await signal.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, intake, types) = (scope.ServiceProvider.GetRequiredService<SiteDb>(), scope.ServiceProvider.GetRequiredService<WorkflowIntake>(), scope.ServiceProvider.GetRequiredService<WorkflowTypes>());
        if (!await intake.AnyAsync(ct))
        {
            return false;
        }

        IReadOnlyList<WorkflowDueRow> turns;
        Dictionary<string, WorkflowType> drawn;
        await using (var write = await db.BeginWriteAsync(ct))
        {
            if (!await db.TakeLeaseAsync("workflows", Turn, ct))
            {
                return false;
            }

            turns = await intake.TakeAsync(ct);
            // Read here rather than in the book: this node may not have followed yet.
            drawn = await types.FindManyAsync([.. turns.Select(due => due.TypeId).Distinct()], ct);
            await write.CommitAsync(ct);
        }

        var renewed = clock.GetTimestamp();
        foreach (var due in turns)
        {
            if (clock.GetElapsedTime(renewed) > Renewal)
            {
                if (!await RenewAsync(ct))
                {
                    // Another node has taken over what is left.
                    return true;
                }

                renewed = clock.GetTimestamp();
            }

            await TakeTurnAsync(due, drawn.GetValueOrDefault(due.TypeId), ct);
        }

        return true;
    }

    private async Task<bool> RenewAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        await using var write = await db.BeginWriteAsync(ct);
        var isOurs = await db.TakeLeaseAsync("workflows", Turn, ct);
        await write.CommitAsync(ct);
        return isOurs;
    }

    private async Task TakeTurnAsync(WorkflowDueRow due, WorkflowType? type, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (pace.PutOff(due) is { } later)
            {
                await PutOffAsync(scope.ServiceProvider.GetRequiredService<SiteDb>(), due, later, ct);
                return;
            }

            await scope.ServiceProvider.GetRequiredService<WorkflowTurn>().TakeAsync(due, type, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // One run's failure is no other's: whatever it was, those behind it go on; it is tried again, then given up.
            log.LogWarning("A run of the circuit {Type} could not be kept, attempt {Attempt}: {Error}", due.TypeId, due.Attempts, error.GetType().Name);
            if (due.Attempts > WorkflowTurn.Attempts)
            {
                // It cannot even be kept as failed: it goes without a trace but the log's.
                await DropAsync(due, ct);
            }
        }
    }

    private async Task PutOffAsync(SiteDb db, WorkflowDueRow due, DateTime later, CancellationToken ct)
    {
        log.LogWarning("The circuit {Type} runs too often: a run waits", due.TypeId);
        db.Attach(due);
        (due.NotBeforeUtc, due.Attempts) = (later, 0);
        await db.SaveChangesAsync(ct);
    }

    private async Task DropAsync(WorkflowDueRow due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        db.Remove(due);
        await db.SaveChangesAsync(ct);
    }
}
