using System.Text.Json.Nodes;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;

namespace EssConsult.Workflows.Web;

/// <summary>Runs a circuit within a request: a new run where the event starts it, else every run that waits there. Staged: the caller saves.</summary>
internal sealed class DirectRun(SiteDb db, WorkflowTurn turn)
{
    private const int Most = 100;

    /// <returns>What ran.</returns>
    public async Task<IReadOnlyList<WorkflowRun>> EnterAsync(WorkflowType type, ActivityRecord activity, CancellationToken ct)
    {
        using var causes = db.CausedBy(WorkflowChain.Cause(string.Empty, type.Id));
        var waiting = activity.IsStart ? [(string?)null]
            : await db.Set<WorkflowWaitRow>().Where(wait => wait.TypeId == type.Id && wait.ActivityId == activity.Id).OrderBy(wait => wait.InstanceId).Select(wait => (string?)wait.InstanceId).Take(Most).ToListAsync(ct);
        var ran = new List<WorkflowRun>();
        foreach (var id in waiting)
        {
            if (await turn.EnterAsync(type, activity, id, string.Empty, new JsonObject(), ct) is { } run)
            {
                ran.Add(run);
            }
        }

        return ran;
    }
}
