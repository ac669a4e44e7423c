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
    public void Add(string eventName, string? correlationId, JsonObject input)
    {
        if (!book.Awaits(eventName))
        {
            return;
        }

        db.Add(new WorkflowTriggerRow { EventName = eventName, CorrelationId = correlationId ?? string.Empty, Input = input.ToJsonString(), AtUtc = clock.UtcNow() });
        db.Publish(new WorkflowTriggered());
    }
}
