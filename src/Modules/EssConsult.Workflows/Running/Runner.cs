using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Scripting;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Running;

/// <summary>Runs a circuit until it ends or waits, exactly as Orchard does (§4.3 of the formats): one stack, one thread.</summary>
internal sealed class Runner(ActivityCatalog activities, Liquid liquid, RunSubjects subjects, IEnumerable<IRunGlobals> globals, TimeProvider clock)
{
    /// <returns>False when the start does not concern itself with this input: nothing ran.</returns>
    public Task<bool> StartAsync(WorkflowRun run, ActivityRecord start, JsonObject input, CancellationToken ct) => EnterAsync(run, start, input, resumes: false, ct);

    /// <returns>False when the activity goes on waiting.</returns>
    public Task<bool> ResumeAsync(WorkflowRun run, ActivityRecord waiting, JsonObject input, CancellationToken ct) => EnterAsync(run, waiting, input, resumes: true, ct);

    /// <summary>Takes a failed run up again at the activity that failed; what came before it is done and stays done.</summary>
    public async Task RetryAsync(WorkflowRun run, CancellationToken ct)
    {
        await subjects.LoadAsync(run, ct);
        using var expressions = new Expressions(run, liquid, subjects, globals, clock, ct);
        var stack = new Stack<ActivityRecord>(run.TakePending());
        run.FaultMessage = null;
        // An event that failed had come: it fires, as a start does.
        var entry = stack.TryPeek(out var first) && activities.IsEvent(first.Name) ? first : null;
        await RunAsync(run, stack, entry, resumes: false, expressions, ct);
    }

    private async Task<bool> EnterAsync(WorkflowRun run, ActivityRecord first, JsonObject input, bool resumes, CancellationToken ct)
    {
        run.Learn(input);
        await subjects.LoadAsync(run, ct);
        using var expressions = new Expressions(run, liquid, subjects, globals, clock, ct);
        run.Status = resumes ? WorkflowStatus.Resuming : WorkflowStatus.Starting;
        try
        {
            if (!await CanExecuteAsync(run, first, expressions, ct))
            {
                run.Status = resumes ? WorkflowStatus.Halted : WorkflowStatus.Idle;
                return false;
            }
        }
        catch (Exception error) when (IsItsOwn(error, ct))
        {
            run.Blocking.RemoveAll(waiting => waiting.Activity == first);
            Fail(run, first, [], error, clock.UtcNow(), TimeSpan.Zero);
            return true;
        }

        run.Blocking.RemoveAll(waiting => waiting.Activity == first);
        await RunAsync(run, new Stack<ActivityRecord>([first]), first, resumes, expressions, ct);
        return true;
    }

    /// <param name="entry">The activity by which the run is entered; null when it is only taken up again.</param>
    private async Task RunAsync(WorkflowRun run, Stack<ActivityRecord> stack, ActivityRecord? entry, bool resumes, Expressions expressions, CancellationToken ct)
    {
        run.Status = WorkflowStatus.Executing;
        for (var step = 0; stack.TryPop(out var activity); step++)
        {
            var (started, at, before) = (clock.GetTimestamp(), clock.UtcNow(), run.LastResult);
            try
            {
                var result = step < WorkflowLimits.Steps
                    ? await CallAsync(run, activity, step == 0 && activity == entry, resumes, expressions, ct)
                    : throw new RuleException("workflow.too-many-steps", "Ce circuit tourne en rond : il a été arrêté après {0} étapes.", WorkflowLimits.Steps);
                run.Journal.Add(JournalLine.Of(activity, result, at, clock.GetElapsedTime(started), before, run.LastResult));
                if (result.Halts)
                {
                    run.Blocking.Add(new Waiting(activity, result.UntilUtc));
                }
                else
                {
                    Follow(run, activity, result.Outcomes, stack);
                }
            }
            catch (Exception error) when (IsItsOwn(error, ct))
            {
                Fail(run, activity, [.. stack.Reverse()], error, at, clock.GetElapsedTime(started));
                return;
            }
        }

        run.Status = run.Blocking.Count > 0 ? WorkflowStatus.Halted : WorkflowStatus.Finished;
    }

    /// <summary>A database that does not answer is nobody's mistake: the whole turn is taken again.</summary>
    private static bool IsItsOwn(Exception error, CancellationToken ct) =>
        error is not (DbException or DbUpdateException) && error.InnerException is not DbException && (error is not OperationCanceledException || !ct.IsCancellationRequested);

    private static void Fail(WorkflowRun run, ActivityRecord activity, IReadOnlyList<ActivityRecord> later, Exception error, DateTime at, TimeSpan took)
    {
        var message = Sentence(error);
        run.Journal.Add(new JournalLine(activity, [], at, took, message));
        (run.Status, run.FaultMessage) = (WorkflowStatus.Faulted, message);
        run.KeepPending([.. later, activity]);
    }

    /// <summary>What was broken, for those who look after the circuits; another error's text may hold what people wrote.</summary>
    private static string Sentence(Exception error) => error switch
    {
        RuleException rule => string.Format(CultureInfo.InvariantCulture, rule.Message, rule.Values),
        ScriptException => error.Message,
        _ => error.GetType().Name,
    };

    private async ValueTask<ActivityResult> CallAsync(WorkflowRun run, ActivityRecord record, bool isFirst, bool resumes, Expressions expressions, CancellationToken ct)
    {
        if (activities.Find(record.Name) is not { } activity)
        {
            return ActivityResult.Nothing;
        }

        var call = new ActivityCall(run, record, expressions);
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
        activities.Find(record.Name)?.CanExecuteAsync(new ActivityCall(run, record, expressions), ct) ?? ValueTask.FromResult(true);
}
