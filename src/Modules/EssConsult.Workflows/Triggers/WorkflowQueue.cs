using System.Text.Json.Nodes;
using EssConsult.Workflows.Storage;

namespace EssConsult.Workflows.Triggers;

/// <summary>Something waits for the circuits.</summary>
internal sealed record WorkflowTriggered : IEvent;

/// <summary>Where events are left for the circuits, in the transaction of whoever tells of them.</summary>
internal sealed class WorkflowQueue(SiteDb db, WorkflowBook book, TimeProvider clock)
{
    /// <param name="eventName">The activity that starts or goes on.</param>
    /// <param name="correlationId">Which waiting runs it concerns; null concerns those that are about nothing.</param>
    /// <param name="input">What the run learns.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task AddAsync(string eventName, string? correlationId, JsonObject input, CancellationToken ct)
    {
        if (!book.Awaits(eventName))
        {
            return;
        }

        var about = correlationId ?? string.Empty;
        var echoes = await db.Set<WorkflowEchoRow>().Where(row => row.EventName == eventName && row.CorrelationId == about).OrderBy(row => row.Number).ToListAsync(ct);
        var echo = echoes.Find(row => db.Entry(row).State != EntityState.Deleted);
        if (echo is not null)
        {
            db.Remove(echo);
        }

        db.Add(new WorkflowTriggerRow { EventName = eventName, CorrelationId = about, Input = input.ToJsonString(), Chain = echo?.Chain ?? string.Empty, AtUtc = clock.UtcNow() });
        db.Publish(new WorkflowTriggered());
    }
}
