using System.Text.Json.Nodes;
using EssConsult.Kernel.Scripting;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Running;

/// <summary>Runs a circuit until it ends or waits, exactly as Orchard does (§4.3 of the formats): one stack, one thread.</summary>
internal sealed class Runner(ActivityCatalog activities, Liquid liquid, RunContents contents, TimeProvider clock)
{
    /// <returns>False when the start does not concern itself with this input: nothing ran.</returns>
    public Task<bool> StartAsync(WorkflowRun run, ActivityRecord start, JsonObject input, CancellationToken ct) => EnterAsync(run, start, input, resumes: false, ct);

    /// <returns>False when the activity goes on waiting.</returns>
    public Task<bool> ResumeAsync(WorkflowRun run, ActivityRecord waiting, JsonObject input, CancellationToken ct) => EnterAsync(run, waiting, input, resumes: true, ct);

    private async Task<bool> EnterAsync(WorkflowRun run, ActivityRecord first, JsonObject input, bool resumes, CancellationToken ct)
    {
        await TakeAsync(run, input, ct);
        using var expressions = new Expressions(run, liquid, contents, clock, ct);
        run.Status = resumes ? WorkflowStatus.Resuming : WorkflowStatus.Starting;
        if (!await CanExecuteAsync(run, first, expressions, ct))
        {
            run.Status = resumes ? WorkflowStatus.Halted : WorkflowStatus.Idle;
            return false;
        }

        run.Blocking.Remove(first);
        await RunAsync(run, first, resumes, expressions, ct);
        return true;
    }

    private async Task RunAsync(WorkflowRun run, ActivityRecord first, bool resumes, Expressions expressions, CancellationToken ct)
    {
        run.Status = WorkflowStatus.Executing;
        var stack = new Stack<ActivityRecord>([first]);
        var isFirst = true;
        for (var step = 0; stack.TryPop(out var activity); step++)
        {
            var (started, at) = (clock.GetTimestamp(), clock.UtcNow());
            try
            {
                var result = step < WorkflowLimits.Steps
                    ? await CallAsync(run, activity, isFirst, resumes, expressions, ct)
                    : throw new RuleException("workflow.too-many-steps", "Ce circuit tourne en rond : il a été arrêté après {0} étapes.", WorkflowLimits.Steps);
                run.Journal.Add(new JournalLine(activity, result.Halts ? null : result.Outcomes, at, clock.GetElapsedTime(started), null));
                if (result.Halts)
                {
                    run.Blocking.Add(activity);
                }
                else
                {
                    Follow(run, activity, result.Outcomes, stack);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                var message = error is RuleException or ScriptException ? error.Message : error.GetType().Name;
                run.Journal.Add(new JournalLine(activity, [], at, clock.GetElapsedTime(started), message));
                (run.Status, run.FaultMessage) = (WorkflowStatus.Faulted, message);
                return;
            }

            isFirst = false;
        }

        run.Status = run.Blocking.Count > 0 ? WorkflowStatus.Halted : WorkflowStatus.Finished;
    }

    private async ValueTask<ActivityResult> CallAsync(WorkflowRun run, ActivityRecord record, bool isFirst, bool resumes, Expressions expressions, CancellationToken ct)
    {
        if (activities.Find(record.Name) is not { } activity)
        {
            return ActivityResult.Nothing;
        }

        var call = new ActivityCall(run, record, expressions, contents);
        if (isFirst && resumes)
        {
            return await activity.ResumeAsync(call, ct);
        }

        var result = await activity.ExecuteAsync(call, ct);
        // That is how a start fires; one that halts again waits for its time.
        return result.Halts && isFirst ? await activity.ResumeAsync(call, ct) : result;
    }

    /// <summary>Puts what comes next on the stack: one edge for each outcome, the last one taken first.</summary>
    private static void Follow(WorkflowRun run, ActivityRecord activity, IReadOnlyList<string> outcomes, Stack<ActivityRecord> stack)
    {
        var edges = run.Type.From(activity.Id).ToList();
        JoinTask.Mark(run, edges);
        foreach (var outcome in outcomes)
        {
            // An edge to itself is passed by.
            if (edges.Find(edge => edge.Outcome == outcome) is { } edge && edge.Destination != activity.Id && run.Type.Find(edge.Destination) is { } next)
            {
                stack.Push(next);
            }
        }
    }

    private ValueTask<bool> CanExecuteAsync(WorkflowRun run, ActivityRecord record, Expressions expressions, CancellationToken ct) =>
        activities.Find(record.Name)?.CanExecuteAsync(new ActivityCall(run, record, expressions, contents), ct) ?? ValueTask.FromResult(true);

    private async Task TakeAsync(WorkflowRun run, JsonObject input, CancellationToken ct)
    {
        foreach (var (name, value) in input)
        {
            WorkflowRun.Put(run.Input, name, value);
        }

        await contents.LoadAsync(run, ct);
    }
}
