using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Storage;

/// <summary>Deletes runs that ended long ago, with their journal and all that they knew; those that wait stay.</summary>
internal sealed class WorkflowPurge(SiteDb db, RunRetention retention, TimeProvider clock) : IRecurringJob
{
    private const int ATime = 500;

    public string Name => "workflow-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        List<WorkflowStatus> statuses = [.. retention.Statuses];
        if (retention.IsOff || statuses.Count == 0)
        {
            return;
        }

        while (await DeleteAsync(statuses, ct) == ATime)
        {
            // A few hundred at a time: nobody writes meanwhile.
        }
    }

    private async Task<int> DeleteAsync(List<WorkflowStatus> statuses, CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-retention.Days);
        await using var write = await db.BeginWriteAsync(ct);
        var old = db.Set<WorkflowInstanceRow>().Where(row => statuses.Contains(row.Status) && row.ModifiedUtc < before).OrderBy(row => row.Id).Select(row => row.Id).Take(ATime);
        var count = await db.Set<WorkflowInstanceRow>().Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return count;
    }
}
