using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Contracts;

/// <summary>Tells the circuits that something happened. The event is staged: the caller saves, and it is heard once that is committed.</summary>
public interface IWorkflows
{
    /// <summary>Whether any circuit waits for such an event anywhere; from memory.</summary>
    bool Awaits(string eventName);

    /// <summary>What the authors of the circuits that are on set where these start on an event; from memory.</summary>
    /// <param name="having">Only of circuits with such a box.</param>
    IEnumerable<JsonObject> StartsOn(string eventName, string? having = null);

    Task TriggerAsync(WorkflowTrigger trigger, CancellationToken ct);

    /// <summary>Stages the end of the waiting runs about something, of the circuits that start on an event which no longer holds.</summary>
    Task GiveUpAsync(string eventName, string correlationId, CancellationToken ct);
}

/// <summary>Something that happened.</summary>
/// <param name="EventName">The activity that starts or goes on.</param>
/// <param name="CorrelationId">Which waiting runs it concerns; null concerns those that are about nothing.</param>
/// <param name="Input">What the run learns. Content and people are pointers, read anew whenever it goes on.</param>
public sealed record WorkflowTrigger(string EventName, string? CorrelationId, JsonObject Input)
{
    /// <summary>What came before under this name no longer counts: runs about the same that wait, of circuits that start on it, are given up.</summary>
    public bool Supersedes { get; init; }

    /// <summary>How a run keeps content: never a copy, so that it reads what the text has become.</summary>
    public static JsonObject ContentPointer(string contentItemId) => new() { ["Type"] = "Content", ["ContentId"] = contentItemId };

    /// <summary>How a run keeps a person: nothing of them stays behind when they are erased.</summary>
    public static JsonObject PersonPointer(string personId) => new() { ["Type"] = "User", ["UserId"] = personId };
}

/// <summary>Things that happened, to try a circuit on.</summary>
public interface IEventSamples
{
    /// <summary>The newest first, a few; empty for an event that is not this module's.</summary>
    Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct);
}

/// <param name="Key">Names the sample among those of its event.</param>
/// <param name="Title">What it is about, in words.</param>
public sealed record EventSample(string Key, string Title, WorkflowTrigger Trigger);
