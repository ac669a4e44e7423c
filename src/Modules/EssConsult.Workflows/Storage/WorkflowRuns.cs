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
    internal static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private WorkflowInstanceRow? loaded;
    private List<WorkflowWaitRow> stored = [];
    private int journaled;

    public static WorkflowRun New(WorkflowType type, string? correlationId) => new(type, ContentId.New()) { CorrelationId = correlationId };

    /// <summary>A stored run with the places where it waits; null when it is gone.</summary>
    public async Task<WorkflowRun?> LoadAsync(string id, WorkflowType type, CancellationToken ct)
    {
        loaded = await db.Set<WorkflowInstanceRow>().FirstOrDefaultAsync(row => row.Id == id, ct);
        if (loaded is null)
        {
            return null;
        }

        stored = await db.Set<WorkflowWaitRow>().Where(wait => wait.InstanceId == id).ToListAsync(ct);
        journaled = await db.Set<WorkflowJournalRow>().CountAsync(line => line.InstanceId == id, ct);
        var run = new WorkflowRun(type, id, (JsonObject)JsonNode.Parse(loaded.State)!) { CorrelationId = loaded.CorrelationId, Status = loaded.Status, FaultMessage = loaded.FaultMessage };
        run.Blocking.AddRange(stored.Where(wait => type.Find(wait.ActivityId) is not null).Select(wait => new Waiting(type.Find(wait.ActivityId)!, wait.DueUtc)));
        return run;
    }

    /// <summary>The run of this scope: a new one, or the one that was loaded.</summary>
    public void Stage(WorkflowRun run)
    {
        if (run.Status == WorkflowStatus.Finished && run.Type.DeletesFinished)
        {
            _ = loaded is null ? null : db.Remove(loaded);
            return;
        }

        var now = clock.UtcNow();
        var row = loaded ??= db.Add(new WorkflowInstanceRow { Id = run.Id, TypeId = run.Type.Id, State = "{}", CreatedUtc = now }).Entity;
        (row.CorrelationId, row.Status, row.FaultMessage) = (run.CorrelationId ?? string.Empty, run.Status, run.FaultMessage);
        (row.State, row.ModifiedUtc) = (run.State.ToJsonString(Written), now);
        row.Version++;
        StageWaits(run);
        StageJournal(run);
    }

    private void StageWaits(WorkflowRun run)
    {
        db.RemoveRange(stored.Where(wait => !run.Blocking.Exists(waiting => waiting.Activity.Id == wait.ActivityId)));
        var kept = stored.ToDictionary(wait => wait.ActivityId);
        foreach (var waiting in run.Blocking.DistinctBy(waiting => waiting.Activity.Id))
        {
            var wait = kept.GetValueOrDefault(waiting.Activity.Id) ?? db.Add(new WorkflowWaitRow
            {
                InstanceId = run.Id, ActivityId = waiting.Activity.Id, ActivityName = waiting.Activity.Name, TypeId = run.Type.Id, CorrelationId = string.Empty,
            }).Entity;
            (wait.CorrelationId, wait.DueUtc) = (run.CorrelationId ?? string.Empty, waiting.UntilUtc);
        }
    }

    private void StageJournal(WorkflowRun run)
    {
        db.AddRange(run.Journal.Select((line, index) => new WorkflowJournalRow
        {
            InstanceId = run.Id, Number = journaled + index + 1, ActivityId = line.Activity.Id, ActivityName = line.Activity.Name,
            Outcomes = line.Outcomes is null ? null : string.Join(",", line.Outcomes), AtUtc = line.AtUtc, TookMicroseconds = (long)line.Took.TotalMicroseconds,
            InSize = line.InSize, OutSize = line.OutSize, Error = line.Error,
        }));
        run.Journal.Clear();
    }
}
