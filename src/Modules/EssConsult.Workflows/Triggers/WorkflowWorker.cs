using System.Text.Json.Nodes;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EssConsult.Workflows.Triggers;

/// <summary>
/// Runs the circuits, one run after the other in the order of the events, on one node at a time. A run, what it stages and its turn in
/// the queue commit together: after a crash it is begun again, never done twice.
/// </summary>
internal sealed class WorkflowWorker(IServiceScopeFactory scopes, WorkflowBook book, WorkflowSignal signal, ILogger<WorkflowWorker> log) : BackgroundService
{
    private const int Attempts = 5;
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(2);

    /// <summary>Runs everything that waits; tests call it in place of the signal.</summary>
    internal async Task DrainAsync(CancellationToken ct)
    {
        while (await TryNextAsync(ct))
        {
            // Each event first, then the runs that it causes.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(stoppingToken);
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
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        if (!await db.Set<WorkflowDueRow>().AnyAsync(ct) && !await db.Set<WorkflowTriggerRow>().AnyAsync(ct))
        {
            return false;
        }

        await using (var write = await db.BeginWriteAsync(ct))
        {
            if (!await db.TakeLeaseAsync("workflows", Turn, ct))
            {
                return false;
            }

            if (!await db.Set<WorkflowDueRow>().AnyAsync(ct) && await db.Set<WorkflowTriggerRow>().OrderBy(row => row.Number).FirstOrDefaultAsync(ct) is { } trigger)
            {
                await ExpandAsync(db, trigger, ct);
            }

            // An attempt is counted before it is made: a run that kills the process does not do so for ever.
            var due = await db.Set<WorkflowDueRow>().OrderBy(row => row.Number).FirstOrDefaultAsync(ct);
            if (due is not null)
            {
                due.Attempts++;
            }

            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return await RunFirstAsync(ct);
    }

    /// <summary>An event becomes one entry for each run that it resumes, then one for each circuit that it may start.</summary>
    private async Task ExpandAsync(SiteDb db, WorkflowTriggerRow trigger, CancellationToken ct)
    {
        var waits = await db.Set<WorkflowWaitRow>().AsNoTracking().Where(wait => wait.ActivityName == trigger.EventName && wait.CorrelationId == trigger.CorrelationId)
            .OrderBy(wait => wait.InstanceId).ThenBy(wait => wait.ActivityId).ToListAsync(ct);
        // A circuit that led to this event hears nothing of it: one that publishes what was published would never end (§4.3).
        var led = Led(trigger.Chain);
        db.AddRange(waits.Where(wait => !led.Contains(wait.TypeId)).Select(wait => Due(trigger, wait.TypeId, wait.ActivityId, wait.InstanceId)));
        db.AddRange(book.StartingOn(trigger.EventName).Where(start => !led.Contains(start.Type.Id) && led.Length < WorkflowLimits.Depth).Select(start => Due(trigger, start.Type.Id, start.Start.Id, instanceId: null)));
        db.Remove(trigger);
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> RunFirstAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        if (await db.Set<WorkflowDueRow>().OrderBy(row => row.Number).FirstOrDefaultAsync(ct) is not { } due)
        {
            return true;
        }

        db.Remove(due);
        try
        {
            // Read here rather than in the book: this node may not have followed yet. What cannot even be kept as failed goes without a trace but the log's.
            if (due.Attempts <= Attempts + 1 && await scope.ServiceProvider.GetRequiredService<WorkflowTypes>().FindAsync(due.TypeId, ct) is { } type && type.Find(due.ActivityId) is { } activity)
            {
                await (due.Attempts > Attempts ? GiveUpAsync(scope.ServiceProvider, due, type, ct) : RunAsync(scope.ServiceProvider, due, type, activity, ct));
            }

            await db.SaveChangesAsync(ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // One run's failure is no other's: whatever it was, those behind it go on once it is given up.
            log.LogWarning("A run of the circuit {Type} could not be kept, attempt {Attempt}: {Error}", due.TypeId, due.Attempts, error.GetType().Name);
        }

        return true;
    }

    /// <summary>Keeps what could not be kept as failed, so that somebody sees it.</summary>
    private async Task GiveUpAsync(IServiceProvider services, WorkflowDueRow due, WorkflowType type, CancellationToken ct)
    {
        log.LogError("A run of the circuit {Type} was given up after {Attempts} attempts", due.TypeId, Attempts);
        var runs = services.GetRequiredService<WorkflowRuns>();
        var run = due.InstanceId is { } id ? await runs.LoadAsync(id, type, ct) : WorkflowRuns.New(type, due.CorrelationId);
        if (run is not null)
        {
            (run.Status, run.FaultMessage) = (WorkflowStatus.Faulted, "Cette exécution n’a pas pu être enregistrée.");
            run.Blocking.Clear();
            await runs.StageAsync(run, ct);
        }
    }

    private static async Task RunAsync(IServiceProvider services, WorkflowDueRow due, WorkflowType type, ActivityRecord activity, CancellationToken ct)
    {
        var (runner, runs, db) = (services.GetRequiredService<Runner>(), services.GetRequiredService<WorkflowRuns>(), services.GetRequiredService<SiteDb>());
        var input = (JsonObject)JsonNode.Parse(due.Input)!;
        if (due.InstanceId is { } id)
        {
            if (await runs.LoadAsync(id, type, ct) is { } waiting && waiting.Blocking.Contains(activity) && await runner.ResumeAsync(waiting, activity, input, ct))
            {
                await KeepAsync(services, due, waiting, ct);
            }

            return;
        }

        if (type.IsSingleton && await db.Set<WorkflowInstanceRow>().AnyAsync(row => row.TypeId == type.Id && row.Status == WorkflowStatus.Halted, ct))
        {
            return;
        }

        var run = WorkflowRuns.New(type, due.CorrelationId);
        if (await runner.StartAsync(run, activity, input, ct))
        {
            await KeepAsync(services, due, run, ct);
        }
    }

    private static async Task KeepAsync(IServiceProvider services, WorkflowDueRow due, WorkflowRun run, CancellationToken ct)
    {
        await services.GetRequiredService<WorkflowRuns>().StageAsync(run, ct);
        var book = services.GetRequiredService<WorkflowBook>();
        services.GetRequiredService<SiteDb>().AddRange(run.Caused.Where(caused => book.Awaits(caused.EventName)).Select(caused => new WorkflowEchoRow
        {
            EventName = caused.EventName, CorrelationId = caused.CorrelationId, Chain = string.Join(',', [.. Led(due.Chain), run.Type.Id]),
        }));
    }

    private static string[] Led(string chain) => chain.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static WorkflowDueRow Due(WorkflowTriggerRow trigger, string typeId, string activityId, string? instanceId) =>
        new() { TypeId = typeId, ActivityId = activityId, InstanceId = instanceId, CorrelationId = trigger.CorrelationId, Input = trigger.Input, Chain = trigger.Chain };
}
