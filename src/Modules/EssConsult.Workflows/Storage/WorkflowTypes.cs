using System.Text.Json.Nodes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Storage;

/// <summary>Something about a circuit changed: nodes read it anew.</summary>
internal sealed record WorkflowTypeChanged(string WorkflowTypeId) : IEvent
{
    public string? Subject => WorkflowTypeId;
}

/// <summary>Reads and writes circuits. Writes are staged: the caller saves.</summary>
internal sealed class WorkflowTypes(SiteDb db, TimeProvider clock)
{
    public async Task<WorkflowType?> FindAsync(string id, CancellationToken ct) =>
        await db.Set<WorkflowTypeRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is { } row ? Read(row) : null;

    public async Task<Dictionary<string, WorkflowType>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await db.Set<WorkflowTypeRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct)).ToDictionary(row => row.Id, Read);

    /// <summary>In the order of their ids.</summary>
    public async Task<IReadOnlyList<WorkflowType>> AllAsync(CancellationToken ct) =>
        [.. (await db.Set<WorkflowTypeRow>().AsNoTracking().ToListAsync(ct)).OrderBy(row => row.Id, StringComparer.Ordinal).Select(Read)];

    public async Task PutAsync(WorkflowType type, CancellationToken ct)
    {
        var row = await db.Set<WorkflowTypeRow>().FindAsync([type.Id], ct) ?? db.Add(new WorkflowTypeRow { Id = type.Id, Name = type.Name, Json = "{}" }).Entity;
        (row.Name, row.IsEnabled, row.Json, row.ModifiedUtc) = (Short(type.Name), type.IsEnabled, type.Json.ToJsonString(ActivityJson.Written), clock.UtcNow());
        row.Version++;
        await PutTimerAsync(type, ct);
        db.Publish(new WorkflowTypeChanged(type.Id));
    }

    /// <summary>A circuit that is switched on, or whose times change, starts at the next of them.</summary>
    private async Task PutTimerAsync(WorkflowType type, CancellationToken ct)
    {
        var timer = await db.Set<WorkflowTimerRow>().FindAsync([type.Id], ct);
        if (!type.IsEnabled || type.StartOf(nameof(TimerEvent)) is not { } start)
        {
            _ = timer is null ? null : db.Remove(timer);
            return;
        }

        var times = Timetable.Of(start.Properties);
        timer ??= db.Add(new WorkflowTimerRow { TypeId = type.Id, ActivityId = start.Id, Schedule = string.Empty }).Entity;
        if (timer.Schedule != times.Text || timer.ActivityId != start.Id)
        {
            (timer.ActivityId, timer.Schedule, timer.NextUtc) = (start.Id, times.Text, times.After(clock.UtcNow()));
            // A run that has come back to its start waits for the same times.
            foreach (var wait in await db.Set<WorkflowWaitRow>().Where(wait => wait.TypeId == type.Id && wait.ActivityId == start.Id).ToListAsync(ct))
            {
                wait.DueUtc = timer.NextUtc;
            }
        }
    }

    public static WorkflowType Read(WorkflowTypeRow row) => WorkflowType.Read((JsonObject)JsonNode.Parse(row.Json)!);

    private static string Short(string name) => name.Length > 255 ? name[..255] : name;
}
