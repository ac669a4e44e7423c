using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;

namespace EssConsult.Workflows.Triggers;

/// <summary>Makes turns of what happened and of what the clock says, inside the worker's write transaction.</summary>
internal sealed class WorkflowIntake(SiteDb db, WorkflowBook book, TimeProvider clock)
{
    private const int AtATime = 50;

    /// <summary>Whether anything waits for the worker; without a transaction.</summary>
    public async Task<bool> AnyAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        return await Ready(now).AnyAsync(ct) || await db.Set<WorkflowTriggerRow>().AnyAsync(ct)
            || await db.Set<WorkflowWaitRow>().OfHaltedRuns(db).AnyAsync(wait => wait.DueUtc <= now, ct) || await db.Set<WorkflowTimerRow>().AnyAsync(timer => timer.NextUtc <= now, ct);
    }

    /// <summary>
    /// The next turns, in order; each attempt is counted before it is made. What was tried before comes alone: a run that kills the
    /// process does so at its own expense.
    /// </summary>
    public async Task<IReadOnlyList<WorkflowDueRow>> TakeAsync(CancellationToken ct)
    {
        var due = await FirstAsync(ct);
        if (due.Count == 0)
        {
            await ExpandTimesAsync(ct);
            await ExpandTriggerAsync(ct);
            await db.SaveChangesAsync(ct);
            due = await FirstAsync(ct);
        }

        due = due is [{ Attempts: > 0 }, ..] ? due[..1] : [.. due.TakeWhile(row => row.Attempts == 0)];
        due.ForEach(row => row.Attempts++);
        await db.SaveChangesAsync(ct);
        return due;
    }

    private IQueryable<WorkflowDueRow> Ready(DateTime now) => db.Set<WorkflowDueRow>().Where(row => row.NotBeforeUtc == null || row.NotBeforeUtc <= now);

    private Task<List<WorkflowDueRow>> FirstAsync(CancellationToken ct) => Ready(clock.UtcNow()).OrderBy(row => row.Number).Take(AtATime).ToListAsync(ct);

    /// <summary>The oldest event becomes one turn for each run that it resumes, then one for each circuit that it may start.</summary>
    private async Task ExpandTriggerAsync(CancellationToken ct)
    {
        if (await db.Set<WorkflowTriggerRow>().OrderBy(row => row.Number).FirstOrDefaultAsync(ct) is not { } trigger)
        {
            return;
        }

        var starting = book.StartingOn(trigger.EventName).ToList();
        var waits = await db.Set<WorkflowWaitRow>().OfHaltedRuns(db).Where(wait => wait.ActivityName == trigger.EventName && wait.CorrelationId == trigger.CorrelationId)
            .OrderBy(wait => wait.InstanceId).ThenBy(wait => wait.ActivityId).ToListAsync(ct);
        if (trigger.Supersedes)
        {
            await db.GiveUpAsync([.. starting.Select(start => start.Type.Id)], trigger.CorrelationId, clock.UtcNow(), ct);
        }

        // A circuit that led to this event hears nothing of it: one that publishes what was published would never end (§4.3).
        var led = WorkflowChain.Ids(trigger.Chain);
        db.AddRange(waits.Where(wait => db.Entry(wait).State != EntityState.Deleted && !led.Contains(wait.TypeId)).Select(wait => Due(trigger, wait.TypeId, wait.ActivityId, wait.InstanceId)));
        db.AddRange(starting.Where(start => !led.Contains(start.Type.Id) && led.Length < WorkflowLimits.Depth).Select(start => Due(trigger, start.Type.Id, start.Start.Id, instanceId: null)));
        db.Remove(trigger);
    }

    /// <summary>Runs whose time has come, then circuits that start by the clock; of several times that were missed one is made up for.</summary>
    private async Task ExpandTimesAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var wait in await db.Set<WorkflowWaitRow>().OfHaltedRuns(db).Where(wait => wait.DueUtc <= now).OrderBy(wait => wait.DueUtc).ThenBy(wait => wait.InstanceId).Take(AtATime).ToListAsync(ct))
        {
            wait.DueUtc = null;
            db.Add(new WorkflowDueRow { TypeId = wait.TypeId, ActivityId = wait.ActivityId, InstanceId = wait.InstanceId, CorrelationId = wait.CorrelationId, Input = "{}" });
        }

        foreach (var timer in await db.Set<WorkflowTimerRow>().Where(timer => timer.NextUtc <= now).OrderBy(timer => timer.NextUtc).ThenBy(timer => timer.TypeId).Take(AtATime).ToListAsync(ct))
        {
            (timer.LastUtc, timer.NextUtc) = (timer.NextUtc, Timetable.Read(timer.Schedule).After(now));
            // Exclusive: a run that has come back to its start waits there for this very time.
            if (!await db.Set<WorkflowWaitRow>().AnyAsync(wait => wait.TypeId == timer.TypeId && wait.ActivityId == timer.ActivityId, ct))
            {
                db.Add(new WorkflowDueRow { TypeId = timer.TypeId, ActivityId = timer.ActivityId, CorrelationId = string.Empty, Input = "{}" });
            }
        }
    }

    private static WorkflowDueRow Due(WorkflowTriggerRow trigger, string typeId, string activityId, string? instanceId) =>
        new() { TypeId = typeId, ActivityId = activityId, InstanceId = instanceId, CorrelationId = trigger.CorrelationId, Input = trigger.Input, Chain = trigger.Chain };
}
