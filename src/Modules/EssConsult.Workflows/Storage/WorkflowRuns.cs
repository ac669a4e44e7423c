using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Storage;

/// <summary>Runs between two moments of their life. Writes are staged: what a run did and where it stands are one commit.</summary>
internal sealed class WorkflowRuns(SiteDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static WorkflowRun New(WorkflowType type, string? correlationId) => new(type, ContentId.New()) { CorrelationId = correlationId };

    /// <summary>A stored run with the places where it waits; null when it is gone.</summary>
    public async Task<WorkflowRun?> LoadAsync(string id, WorkflowType type, CancellationToken ct)
    {
        if (await db.Set<WorkflowInstanceRow>().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } row)
        {
            return null;
        }

        var run = new WorkflowRun(type, id, (JsonObject)JsonNode.Parse(row.State)!) { CorrelationId = row.CorrelationId, Status = row.Status, FaultMessage = row.FaultMessage };
        var waits = await db.Set<WorkflowWaitRow>().Where(wait => wait.InstanceId == id).ToListAsync(ct);
        run.Blocking.AddRange(waits.Select(wait => type.Find(wait.ActivityId)).OfType<ActivityRecord>());
        return run;
    }

    public async Task StageAsync(WorkflowRun run, CancellationToken ct)
    {
        var row = await db.Set<WorkflowInstanceRow>().FindAsync([run.Id], ct);
        if (run.Status == WorkflowStatus.Finished && run.Type.DeletesFinished)
        {
            _ = row is null ? null : db.Remove(row);
            return;
        }

        var now = clock.UtcNow();
        row ??= db.Add(new WorkflowInstanceRow { Id = run.Id, TypeId = run.Type.Id, State = "{}", CreatedUtc = now }).Entity;
        (row.CorrelationId, row.Status, row.FaultMessage) = (run.CorrelationId ?? string.Empty, run.Status, run.FaultMessage);
        (row.State, row.ModifiedUtc) = (run.State.ToJsonString(Written), now);
        row.Version++;
        await StageWaitsAsync(run, ct);
        await StageJournalAsync(run, ct);
    }

    private async Task StageWaitsAsync(WorkflowRun run, CancellationToken ct)
    {
        var stored = await db.Set<WorkflowWaitRow>().Where(wait => wait.InstanceId == run.Id).ToListAsync(ct);
        db.RemoveRange(stored.Where(wait => !run.Blocking.Exists(activity => activity.Id == wait.ActivityId)));
        foreach (var wait in stored)
        {
            wait.CorrelationId = run.CorrelationId ?? string.Empty;
        }

        db.AddRange(run.Blocking.DistinctBy(activity => activity.Id).Where(activity => !stored.Exists(wait => wait.ActivityId == activity.Id)).Select(activity => new WorkflowWaitRow
        {
            InstanceId = run.Id, ActivityId = activity.Id, ActivityName = activity.Name, TypeId = run.Type.Id, CorrelationId = run.CorrelationId ?? string.Empty, IsStart = activity.IsStart,
        }));
    }

    private async Task StageJournalAsync(WorkflowRun run, CancellationToken ct)
    {
        var before = await db.Set<WorkflowJournalRow>().CountAsync(line => line.InstanceId == run.Id, ct);
        db.AddRange(run.Journal.Select((line, index) => new WorkflowJournalRow
        {
            InstanceId = run.Id, Number = before + index + 1, ActivityId = line.Activity.Id, ActivityName = line.Activity.Name,
            Outcomes = line.Outcomes is null ? null : string.Join(",", line.Outcomes), AtUtc = line.AtUtc, TookMicroseconds = (long)line.Took.TotalMicroseconds, Error = line.Error,
        }));
        run.Journal.Clear();
    }
}
