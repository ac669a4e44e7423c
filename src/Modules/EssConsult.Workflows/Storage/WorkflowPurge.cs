using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Storage;

/// <summary>Deletes runs that ended long ago, with their journal and all that they knew; those that wait stay.</summary>
internal sealed class WorkflowPurge(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public const int DaysKept = 90;
    private const int ATime = 500;

    public string Name => "workflow-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        while (await DeleteAsync(ct) == ATime)
        {
            // A few hundred at a time: nobody writes meanwhile.
        }
    }

    private async Task<int> DeleteAsync(CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-DaysKept);
        await using var write = await db.BeginWriteAsync(ct);
        var old = db.Set<WorkflowInstanceRow>().Where(row => row.Status != WorkflowStatus.Halted && row.ModifiedUtc < before).OrderBy(row => row.Id).Select(row => row.Id).Take(ATime);
        var count = await db.Set<WorkflowInstanceRow>().Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return count;
    }
}
