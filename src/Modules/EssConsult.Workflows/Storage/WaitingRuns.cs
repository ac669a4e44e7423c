using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Storage;

/// <summary>What waits. A run that failed keeps its waits and hears nothing until somebody tries it again.</summary>
internal static class WaitingRuns
{
    public static IQueryable<WorkflowWaitRow> OfHaltedRuns(this IQueryable<WorkflowWaitRow> waits, SiteDb db) =>
        waits.Where(wait => db.Set<WorkflowInstanceRow>().Any(run => run.Id == wait.InstanceId && run.Status == WorkflowStatus.Halted));

    /// <summary>Stages the end of the runs of some circuits that wait about something which no longer counts.</summary>
    public static async Task GiveUpAsync(this SiteDb db, List<string> typeIds, string correlationId, DateTime now, CancellationToken ct)
    {
        var waiting = await db.Set<WorkflowInstanceRow>().Where(row => typeIds.Contains(row.TypeId) && row.CorrelationId == correlationId && row.Status == WorkflowStatus.Halted).ToListAsync(ct);
        foreach (var row in waiting)
        {
            (row.Status, row.FaultMessage, row.ModifiedUtc) = (WorkflowStatus.Aborted, "Ce dont elle parlait a été repris ou remplacé.", now);
            row.Version++;
        }

        var ids = waiting.ConvertAll(row => row.Id);
        db.RemoveRange(await db.Set<WorkflowWaitRow>().Where(wait => ids.Contains(wait.InstanceId)).ToListAsync(ct));
    }
}
