using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Storage;

/// <summary>Runs between two moments of their life. Writes are staged: what a run did and where it stands are one commit.</summary>
internal sealed class WorkflowRuns(SiteDb db, TimeProvider clock)
{
    private readonly Dictionary<string, StoredRun> loaded = [];

    public static WorkflowRun New(WorkflowType type, string? correlationId) => new(type, ContentId.New()) { CorrelationId = correlationId };

    /// <summary>A stored run with the places where it waits; null when it is gone.</summary>
    public async Task<WorkflowRun?> LoadAsync(string id, WorkflowType type, CancellationToken ct)
    {
        if (await db.Set<WorkflowInstanceRow>().FirstOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return null;
        }

        var waits = await db.Set<WorkflowWaitRow>().Where(wait => wait.InstanceId == id).ToListAsync(ct);
        loaded[id] = new StoredRun(row, waits, await db.Set<WorkflowJournalRow>().CountAsync(line => line.InstanceId == id, ct));
        var run = new WorkflowRun(type, id, (JsonObject)JsonNode.Parse(row.State)!) { CorrelationId = row.CorrelationId, Status = row.Status, FaultMessage = row.FaultMessage };
        run.Blocking.AddRange(waits.Where(wait => type.Find(wait.ActivityId) is not null).Select(wait => new Waiting(type.Find(wait.ActivityId)!, wait.DueUtc)));
        return run;
    }

    /// <summary>A new run, or one that was loaded here.</summary>
    public void Stage(WorkflowRun run)
    {
        var stored = loaded.GetValueOrDefault(run.Id);
        if (run.Status == WorkflowStatus.Finished && run.Type.DeletesFinished)
        {
            _ = stored is null ? null : db.Remove(stored.Row);
            return;
        }

        var now = clock.UtcNow();
        stored ??= new StoredRun(db.Add(new WorkflowInstanceRow { Id = run.Id, TypeId = run.Type.Id, State = "{}", CreatedUtc = now }).Entity, [], 0);
        var row = stored.Row;
        (row.CorrelationId, row.Status, row.FaultMessage) = (run.CorrelationId ?? string.Empty, run.Status, run.FaultMessage);
        (row.State, row.ModifiedUtc) = (run.State.ToJsonString(ActivityJson.Written), now);
        row.Version++;
        StageWaits(run, stored.Waits);
        StageJournal(run, stored.Journaled);
    }

    private void StageWaits(WorkflowRun run, List<WorkflowWaitRow> stored)
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

    private void StageJournal(WorkflowRun run, int journaled)
    {
        db.AddRange(run.Journal.Select((line, index) => new WorkflowJournalRow
        {
            InstanceId = run.Id, Number = journaled + index + 1, ActivityId = line.Activity.Id, ActivityName = line.Activity.Name,
            Outcomes = line.Outcomes is null ? null : string.Join(",", line.Outcomes), AtUtc = line.AtUtc, TookMicroseconds = (long)line.Took.TotalMicroseconds,
            InSize = line.InSize, OutSize = line.OutSize, Error = line.Error,
        }));
        run.Journal.Clear();
    }

    /// <param name="Journaled">Lines of its journal that are stored.</param>
    private sealed record StoredRun(WorkflowInstanceRow Row, List<WorkflowWaitRow> Waits, int Journaled);
}
