using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.Extensions.Logging;

namespace EssConsult.Workflows.Triggers;

/// <summary>One turn: a run is started, resumed or retried, and what it staged commits with the end of its turn.</summary>
internal sealed class WorkflowTurn(SiteDb db, Runner runner, WorkflowRuns runs, IWorkflows workflows, ILogger<WorkflowTurn> log)
{
    public const int Attempts = 5;
    private const string Fault = "WorkflowFaultEvent";

    /// <param name="due">Read in another unit of work.</param>
    /// <param name="type">Null when it is gone: nothing is left to run.</param>
    /// <param name="ct">Ends the run.</param>
    public async Task TakeAsync(WorkflowDueRow due, WorkflowType? type, CancellationToken ct)
    {
        db.Remove(due);
        if (type is not null)
        {
            using var causes = db.CausedBy(WorkflowChain.Cause(due.Chain, type.Id));
            await (due.Attempts > Attempts ? GiveUpAsync(due, type, ct) : RunAsync(due, type, ct));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Starts a run, resumes it where it waits, or retries it where it failed, and stages what became of it; the caller saves.</summary>
    /// <param name="type">The circuit.</param>
    /// <param name="activity">Where it begins or waits.</param>
    /// <param name="instanceId">Null starts a new run.</param>
    /// <param name="correlationId">What a new run is about.</param>
    /// <param name="input">What it learns.</param>
    /// <param name="ct">Ends the run.</param>
    /// <returns>Null when nothing ran: the circuit is off, its one place is taken, the run has moved on or failed.</returns>
    public async Task<WorkflowRun?> EnterAsync(WorkflowType type, ActivityRecord activity, string? instanceId, string correlationId, JsonObject input, CancellationToken ct)
    {
        if ((instanceId is null ? WorkflowRuns.New(type, correlationId) : await runs.LoadAsync(instanceId, type, ct)) is not { } run)
        {
            return null;
        }

        var ran = (instanceId, run.Status) switch
        {
            (null, _) => type.IsEnabled && !await IsTakenAsync(type, ct) && await runner.StartAsync(run, activity, input, ct),
            (_, WorkflowStatus.Faulted) => false,
            _ => run.Blocking.Exists(waiting => waiting.Activity == activity) && await runner.ResumeAsync(run, activity, input, ct),
        };
        if (!ran)
        {
            return null;
        }

        await StageAsync(run, ct);
        return run;
    }

    private async Task StageAsync(WorkflowRun run, CancellationToken ct)
    {
        if (run.Status == WorkflowStatus.Faulted)
        {
            await TellOfFaultAsync(run, ct);
        }

        runs.Stage(run);
    }

    private async Task RunAsync(WorkflowDueRow due, WorkflowType type, CancellationToken ct)
    {
        if (due.IsRetry)
        {
            await RetryAsync(due.InstanceId!, type, ct);
        }
        else if (type.Find(due.ActivityId) is { } activity)
        {
            await EnterAsync(type, activity, due.InstanceId, due.CorrelationId, (JsonObject)JsonNode.Parse(due.Input)!, ct);
        }
    }

    private async Task RetryAsync(string instanceId, WorkflowType type, CancellationToken ct)
    {
        if (await runs.LoadAsync(instanceId, type, ct) is { Status: WorkflowStatus.Faulted } run)
        {
            await runner.RetryAsync(run, ct);
            await StageAsync(run, ct);
        }
    }

    private async Task<bool> IsTakenAsync(WorkflowType type, CancellationToken ct) =>
        type.IsSingleton && await db.Set<WorkflowInstanceRow>().AnyAsync(row => row.TypeId == type.Id && row.Status == WorkflowStatus.Halted, ct);

    /// <summary>Other circuits may look after those that fail.</summary>
    private Task TellOfFaultAsync(WorkflowRun run, CancellationToken ct)
    {
        var failed = run.Journal[^1];
        return workflows.TriggerAsync(new WorkflowTrigger(Fault, CorrelationId: null, new JsonObject
        {
            ["ErrorInfo"] = new JsonObject
            {
                ["WorkflowId"] = run.Id, ["WorkflowName"] = run.Type.Name, ["ActivityId"] = failed.Activity.Id, ["ActivityTypeName"] = failed.Activity.Name,
                ["ActivityDisplayName"] = failed.Activity.Title ?? failed.Activity.Name, ["FaultMessage"] = run.FaultMessage, ["ErrorMessage"] = failed.Error,
                ["ExceptionDetails"] = failed.Error, ["ExecutedActivityCount"] = run.Journal.Count,
            },
        }), ct);
    }

    /// <summary>Keeps what could not be kept as failed, so that somebody sees it.</summary>
    private async Task GiveUpAsync(WorkflowDueRow due, WorkflowType type, CancellationToken ct)
    {
        log.LogError("A run of the circuit {Type} was given up after {Attempts} attempts", due.TypeId, Attempts);
        if ((due.InstanceId is { } id ? await runs.LoadAsync(id, type, ct) : WorkflowRuns.New(type, due.CorrelationId)) is { } run)
        {
            (run.Status, run.FaultMessage) = (WorkflowStatus.Faulted, "Cette exécution n’a pas pu être enregistrée.");
            // What it should have learned is there when somebody tries again.
            run.Learn((JsonObject)JsonNode.Parse(due.Input)!);
            run.Blocking.RemoveAll(waiting => waiting.Activity.Id == due.ActivityId);
            run.KeepPending(type.Find(due.ActivityId) is { } activity ? [activity] : []);
            runs.Stage(run);
        }
    }
}
