using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Storage;

namespace EssConsult.Workflows.Triggers;

/// <summary>Something waits for the circuits.</summary>
internal sealed record WorkflowTriggered : IEvent;

/// <summary>Where events are left for the circuits, in the transaction of whoever tells of them.</summary>
internal sealed class WorkflowQueue(SiteDb db, WorkflowBook book, TimeProvider clock) : IWorkflows
{
    public bool Awaits(string eventName) => book.Awaits(eventName);

    public IEnumerable<JsonObject> StartsOn(string eventName, string? having = null) => book.StartingOn(eventName).Where(start => having is null || start.Type.Activities.Any(box => box.Name == having)).Select(start => start.Start.Properties);

    public Task GiveUpAsync(string eventName, string correlationId, CancellationToken ct) => db.GiveUpAsync([.. book.Knowing(eventName)], correlationId, clock.UtcNow(), ct);

    public Task TriggerAsync(WorkflowTrigger trigger, CancellationToken ct)
    {
        if (book.Awaits(trigger.EventName))
        {
            db.Add(new WorkflowTriggerRow
            {
                EventName = trigger.EventName, CorrelationId = trigger.CorrelationId ?? string.Empty, Input = trigger.Input.ToJsonString(), Supersedes = trigger.Supersedes,
                Chain = WorkflowChain.Of(db.Cause), AtUtc = clock.UtcNow(),
            });
            db.Publish(new WorkflowTriggered());
        }

        return Task.CompletedTask;
    }
}

/// <summary>The circuits that led to an event, by commas: it travels with the event as its cause (<see cref="SiteDb.CausedBy"/>).</summary>
internal static class WorkflowChain
{
    private const string Mark = "workflow:";

    public static string Of(string? cause) => cause?.StartsWith(Mark, StringComparison.Ordinal) == true ? cause[Mark.Length..] : string.Empty;

    /// <summary>What a circuit's own run causes.</summary>
    public static string Cause(string chain, string typeId) => Mark + string.Join(',', [.. Ids(chain), typeId]);

    public static string[] Ids(string chain) => chain.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
