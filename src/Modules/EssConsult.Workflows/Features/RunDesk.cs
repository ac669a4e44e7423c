using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;

namespace EssConsult.Workflows.Features;

/// <summary>What an administrator does to a run; both acts are audited.</summary>
internal sealed class RunDesk(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Puts a failed run's next turn into the queue: it goes on at the activity that failed.</summary>
    /// <exception cref="RuleException">It has not failed, or its turn is in the queue already.</exception>
    public async Task RetryAsync(string runId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var row = await db.Set<WorkflowInstanceRow>().FirstOrDefaultAsync(found => found.Id == runId, ct);
        if (row is not { Status: WorkflowStatus.Faulted } || await db.Set<WorkflowDueRow>().AnyAsync(due => due.InstanceId == runId, ct))
        {
            throw Moved();
        }

        db.Add(new WorkflowDueRow { TypeId = row.TypeId, ActivityId = string.Empty, InstanceId = row.Id, CorrelationId = row.CorrelationId, Input = "{}", IsRetry = true });
        row.Version++;
        db.Audit(new AuditEntry("workflow.retry", row.Id, person.RequiredId, new { row.TypeId }));
        db.Publish(new WorkflowTriggered());
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Gives a run up: it waits for nothing more.</summary>
    /// <exception cref="RuleException">It has ended.</exception>
    public async Task CancelAsync(string runId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var row = await db.Set<WorkflowInstanceRow>().FirstOrDefaultAsync(found => found.Id == runId, ct);
        if (row is not { Status: WorkflowStatus.Halted or WorkflowStatus.Faulted })
        {
            throw Moved();
        }

        (row.Status, row.ModifiedUtc) = (WorkflowStatus.Aborted, clock.UtcNow());
        row.Version++;
        db.RemoveRange(await db.Set<WorkflowWaitRow>().Where(wait => wait.InstanceId == runId).ToListAsync(ct));
        db.RemoveRange(await db.Set<WorkflowDueRow>().Where(due => due.InstanceId == runId).ToListAsync(ct));
        db.Audit(new AuditEntry("workflow.cancel", row.Id, person.RequiredId, new { row.TypeId }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private static RuleException Moved() => new("workflow.moved", "Cette exécution a avancé entre-temps. La page est à jour.");
}
