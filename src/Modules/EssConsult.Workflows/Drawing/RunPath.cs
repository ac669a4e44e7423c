using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;

namespace EssConsult.Workflows.Drawing;

/// <summary>The way that a run took, read from its journal.</summary>
internal sealed class RunPath
{
    private readonly HashSet<(string, string)> outcomes;
    private readonly Dictionary<string, int> times;
    private readonly Dictionary<string, bool> failed;
    private readonly HashSet<string> waiting;

    private RunPath(IReadOnlyList<(string Activity, IReadOnlyList<string>? Outcomes, bool Failed)> steps, IEnumerable<string> waiting)
    {
        outcomes = [.. steps.SelectMany(step => (step.Outcomes ?? []).Select(outcome => (step.Activity, outcome)))];
        times = steps.Where(step => step.Outcomes is not null).GroupBy(step => step.Activity).ToDictionary(group => group.Key, group => group.Count());
        failed = steps.GroupBy(step => step.Activity).ToDictionary(group => group.Key, group => group.Last().Failed);
        this.waiting = [.. waiting];
    }

    /// <summary>Of a stored run.</summary>
    public static RunPath Of(IEnumerable<WorkflowJournalRow> journal, IEnumerable<string> waiting) =>
        new([.. journal.Select(line => (line.ActivityId, (IReadOnlyList<string>?)line.Outcomes?.Split(',', StringSplitOptions.RemoveEmptyEntries), line.Error is not null))], waiting);

    /// <summary>Of a run that is not stored.</summary>
    public static RunPath Of(WorkflowRun run) =>
        new([.. run.Journal.Select(line => (line.Activity.Id, line.Outcomes, line.Error is not null))], run.Blocking.Select(halt => halt.Activity.Id));

    public bool Took(Transition edge) => outcomes.Contains((edge.Source, edge.Outcome));

    public int Times(string activityId) => times.GetValueOrDefault(activityId);

    public BoxState StateOf(string activityId) => waiting.Contains(activityId) ? BoxState.Waits
        : !failed.TryGetValue(activityId, out var isFailed) ? BoxState.Plain
        : isFailed ? BoxState.Failed : BoxState.Passed;
}
