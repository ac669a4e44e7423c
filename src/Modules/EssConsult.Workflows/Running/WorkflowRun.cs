using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
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
    private const string Pending = "EssPending";

    public WorkflowType Type { get; } = type;

    /// <summary>Orchard's WorkflowId.</summary>
    public string Id { get; } = id;

    /// <summary>What it is about: the id of a content item or a person. Null and empty are the same.</summary>
    public string? CorrelationId
    {
        get;
        set => field = value is { Length: > WorkflowLimits.CorrelationLength } ? value[..WorkflowLimits.CorrelationLength] : value;
    }

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
    public List<Waiting> Blocking { get; } = [];

    public List<JournalLine> Journal { get; } = [];

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

    /// <summary>What an event tells; of the same name the later stands.</summary>
    public void Learn(JsonObject input)
    {
        foreach (var (name, value) in input)
        {
            Put(Input, name, value);
        }
    }

    /// <summary>Keeps what a failed run had still to do, the last to be done first.</summary>
    public void KeepPending(IReadOnlyList<ActivityRecord> activities) => State[Pending] = new JsonArray([.. activities.Select(activity => (JsonNode)activity.Id)]);

    /// <summary>What is still to do, as <see cref="KeepPending"/> left it; the circuit may have lost some of it meanwhile.</summary>
    public IReadOnlyList<ActivityRecord> TakePending()
    {
        var pending = State.AnyTexts(Pending).Select(Type.Find).OfType<ActivityRecord>().ToList();
        State.Remove(Pending);
        return pending;
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

/// <param name="UntilUtc">When it goes on by itself; null when something must happen first.</param>
internal sealed record Waiting(ActivityRecord Activity, DateTime? UntilUtc);

/// <summary>One step of the journal.</summary>
/// <param name="Outcomes">Those that the activity gave; null when it waits, empty when its branch ended there.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record JournalLine(ActivityRecord Activity, IReadOnlyList<string>? Outcomes, DateTime AtUtc, TimeSpan Took, string? Error)
{
    /// <summary>Characters of the last result that the activity found, as JSON.</summary>
    public int InSize { get; private init; }

    /// <summary>Characters of the last result that it left.</summary>
    public int OutSize { get; private init; }

    public static JournalLine Of(ActivityRecord activity, ActivityResult result, DateTime at, TimeSpan took, JsonNode? before, JsonNode? after)
    {
        var size = Size(before);
        return new JournalLine(activity, result.Halts ? null : result.Outcomes, at, took, Error: null) { InSize = size, OutSize = ReferenceEquals(before, after) ? size : Size(after) };
    }

    private static int Size(JsonNode? node) => node?.ToJsonString().Length ?? 0;
}
