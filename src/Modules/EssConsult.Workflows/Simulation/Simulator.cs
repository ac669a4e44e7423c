using System.Text.Json.Nodes;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;
using EssConsult.Workflows.Web;

namespace EssConsult.Workflows.Simulation;

/// <summary>
/// Runs a drawing as it would run, in a transaction that is never committed: what it would write is read from the unit of work and
/// given up. The clock is the run's own, and nothing outside the site is asked.
/// </summary>
internal sealed class Simulator(SiteDb db, ActivityKinds kinds, Liquid liquid, RunSubjects subjects, IEnumerable<IRunGlobals> globals, OutwardAnswers outward, WorkflowRequest request, IServiceProvider services, TimeProvider clock)
{
    private const int MostAnswers = 50;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="type">The drawing.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="trigger">What happened; for a start by the clock, nothing.</param>
    /// <param name="answers">What happens at each halt, in order: <c>activity|answer</c>; an empty answer lets time pass or the event come.</param>
    /// <param name="ct">Ends the run.</param>
    public async Task<SimulatedRun> RunAsync(WorkflowType type, ActivityRecord start, WorkflowTrigger trigger, IReadOnlyList<string> answers, CancellationToken ct)
    {
        outward.IsSimulated = true;
        request.Detach();
        // Meanwhile nobody else writes.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(Longest);
        ct = enough.Token;
        var time = new SimulatedClock(clock.GetUtcNow());
        var runner = new Runner(new ActivityCatalog(kinds, new SimulatedServices(services, time)), liquid, subjects, globals, time);
        var run = WorkflowRuns.New(type, trigger.CorrelationId);
        var changes = new SimulatedChanges(db);
        // Disposed without a commit: the database never learns of it.
        await using var write = await db.BeginWriteAsync(ct);
        using var causes = db.CausedBy(WorkflowChain.Cause(string.Empty, type.Id));
        var ran = await runner.StartAsync(run, start, (JsonObject)trigger.Input.DeepClone(), ct);
        await changes.TakeAsync(ct);
        var given = new List<string>();
        foreach (var answer in answers.Take(MostAnswers))
        {
            if (await GoOnAsync(runner, run, time, answer, ct))
            {
                given.Add(answer);
                await changes.TakeAsync(ct);
            }
        }

        db.ChangeTracker.Clear();
        return new SimulatedRun(ran, run, time.GetUtcNow().UtcDateTime, given, changes.Mails, changes.Tables);
    }

    private async Task<bool> GoOnAsync(Runner runner, WorkflowRun run, SimulatedClock time, string answer, CancellationToken ct)
    {
        var parts = answer.Split('|', 2);
        if (run.Status != WorkflowStatus.Halted || run.Blocking.Find(waiting => waiting.Activity.Id == parts[0]) is not { } halt)
        {
            return false;
        }

        if (halt.UntilUtc is { } until)
        {
            time.To(until);
        }

        JsonObject input = halt.Activity.Name switch
        {
            nameof(UserTaskEvent) => new JsonObject { ["UserAction"] = parts.ElementAtOrDefault(1) },
            nameof(SignalEvent) => new JsonObject { ["Signal"] = halt.Activity.Properties.Expression("SignalName")?.Trim() },
            _ => [],
        };
        return await runner.ResumeAsync(run, halt.Activity, input, ct);
    }

    private sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset now = start;

        public override DateTimeOffset GetUtcNow() => now;

        /// <summary>Time only goes on.</summary>
        public void To(DateTime utc) => now = utc > now.UtcDateTime ? new DateTimeOffset(utc, TimeSpan.Zero) : now;
    }

    /// <summary>The services of the request, with another clock.</summary>
    private sealed class SimulatedServices(IServiceProvider inner, TimeProvider clock) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? clock : inner.GetService(serviceType);
    }
}

/// <param name="Ran">False when the start does not concern itself with the event.</param>
/// <param name="NowUtc">The run's own time at its last step.</param>
/// <param name="Answers">Those that were taken.</param>
/// <param name="Tables">Rows it would add, change and delete, by table.</param>
internal sealed record SimulatedRun(bool Ran, WorkflowRun Run, DateTime NowUtc, IReadOnlyList<string> Answers, IReadOnlyList<SimulatedMail> Mails, IReadOnlyList<SimulatedTable> Tables);

internal sealed record SimulatedMail(string Recipient, string Subject, string Text);

internal sealed record SimulatedTable(string Name, int Added, int Changed, int Deleted);
