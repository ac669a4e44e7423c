using System.Text.Json.Nodes;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Running;

/// <summary>Orchard's states of an instance, with its numbers.</summary>
internal enum WorkflowStatus
{
    Idle,
    Starting,
    Resuming,
    Executing,
    Halted,
    Finished,
    Faulted,
    Aborted,
}

/// <summary>One run of a circuit: what it knows, where it waits, and what it did since it was loaded.</summary>
internal sealed class WorkflowRun(WorkflowType type, string id, JsonObject? state = null)
{
    public WorkflowType Type { get; } = type;

    /// <summary>Orchard's WorkflowId.</summary>
    public string Id { get; } = id;

    /// <summary>What it is about: the id of a content item or a person. Null and empty are the same.</summary>
    public string? CorrelationId { get; set; }

    public WorkflowStatus Status { get; set; }

    public string? FaultMessage { get; set; }

    /// <summary>Orchard's State object: Input, Output, Properties, LastResult, ActivityStates, ExecutedActivities.</summary>
    public JsonObject State { get; } = state ?? [];

    public JsonObject Input => Member("Input");

    public JsonObject Output => Member("Output");

    public JsonObject Properties => Member("Properties");

    public JsonNode? LastResult
    {
        get => State["LastResult"];
        set => State["LastResult"] = Detached(value);
    }

    /// <summary>The activities that wait for something.</summary>
    public List<ActivityRecord> Blocking { get; } = [];

    public List<JournalLine> Journal { get; } = [];

    /// <summary>The events that it will cause, each with what it is about: circuits that led here do not start on them again.</summary>
    public List<(string EventName, string CorrelationId)> Caused { get; } = [];

    /// <summary>What an activity keeps for itself between two calls.</summary>
    public JsonObject OwnState(string activityId)
    {
        var all = Member("ActivityStates");
        if (all[activityId] is not JsonObject own)
        {
            all[activityId] = own = [];
        }

        return own;
    }

    public static void Put(JsonObject into, string name, JsonNode? value) => into[name] = Detached(value);

    /// <summary>A node has one parent: what is already kept elsewhere is copied.</summary>
    private static JsonNode? Detached(JsonNode? value) => value?.Parent is null ? value : value.DeepClone();

    private JsonObject Member(string name)
    {
        if (State[name] is not JsonObject member)
        {
            State[name] = member = [];
        }

        return member;
    }
}

/// <summary>One step of the journal.</summary>
/// <param name="Outcomes">Those that the activity gave; null when it waits, empty when its branch ended there.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record JournalLine(ActivityRecord Activity, IReadOnlyList<string>? Outcomes, DateTime AtUtc, TimeSpan Took, string? Error);
