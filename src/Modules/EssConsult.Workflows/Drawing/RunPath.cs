using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Storage;

namespace EssConsult.Workflows.Drawing;

/// <summary>The way that a run took, read from its journal.</summary>
internal sealed class RunPath(IReadOnlyList<WorkflowJournalRow> journal, IReadOnlyCollection<string> waiting)
{
    private readonly HashSet<(string, string)> outcomes = [.. journal.SelectMany(line => (line.Outcomes ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(outcome => (line.ActivityId, outcome)))];
    private readonly Dictionary<string, int> times = journal.Where(line => line.Outcomes is not null).GroupBy(line => line.ActivityId).ToDictionary(group => group.Key, group => group.Count());
    private readonly Dictionary<string, string?> last = journal.GroupBy(line => line.ActivityId).ToDictionary(group => group.Key, group => group.Last().Error);

    public bool Took(Transition edge) => outcomes.Contains((edge.Source, edge.Outcome));

    public int Times(string activityId) => times.GetValueOrDefault(activityId);

    public BoxState StateOf(string activityId) => waiting.Contains(activityId) ? BoxState.Waits
        : !last.TryGetValue(activityId, out var error) ? BoxState.Plain
        : error is not null ? BoxState.Failed : BoxState.Passed;
}
