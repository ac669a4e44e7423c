using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Definitions;

/// <summary>
/// A circuit as Orchard writes it (§4.1 of the formats). The JSON is what is stored and exported: members that nothing here understands
/// stay in it, in their order.
/// </summary>
internal sealed class WorkflowType
{
    private readonly Dictionary<string, ActivityRecord> byId = [];
    private readonly ILookup<string, Transition> bySource;

    private WorkflowType(JsonObject json, string id)
    {
        (Json, Id) = (json, id);
        Activities = [.. json.AnyObjects("Activities").Select(ActivityRecord.Read).OfType<ActivityRecord>()];
        Transitions = [.. json.AnyObjects("Transitions").Select(Transition.Read).OfType<Transition>()];
        foreach (var activity in Activities)
        {
            byId.TryAdd(activity.Id, activity);
        }

        bySource = Transitions.ToLookup(transition => transition.Source);
    }

    public JsonObject Json { get; }

    /// <summary>Orchard's WorkflowTypeId.</summary>
    public string Id { get; }

    public string Name => Json.AnyText("Name") ?? Id;

    public bool IsEnabled => Json.Flag("IsEnabled");

    /// <summary>One run at a time waits.</summary>
    public bool IsSingleton => Json.Flag("IsSingleton");

    public bool DeletesFinished => Json.Flag("DeleteFinishedWorkflows");

    public IReadOnlyList<ActivityRecord> Activities { get; }

    public IReadOnlyList<Transition> Transitions { get; }

    /// <exception cref="RuleException">It has no id, or one that is too long to be kept.</exception>
    public static WorkflowType Read(JsonObject json) => json.AnyText("WorkflowTypeId")?.Trim() switch
    {
        null or "" => throw new RuleException("workflow.without-id", "Un circuit n’a pas d’identifiant (WorkflowTypeId)."),
        { Length: > WorkflowLimits.IdLength } => throw new RuleException("workflow.id-too-long", "L’identifiant d’un circuit est trop long."),
        var id => new WorkflowType(json, id),
    };

    /// <summary>The same circuit, on or off; its other members stay as they are.</summary>
    public WorkflowType Switched(bool on)
    {
        var json = (JsonObject)Json.DeepClone();
        json[json.Select(member => member.Key).FirstOrDefault(key => key.Equals(nameof(IsEnabled), StringComparison.OrdinalIgnoreCase)) ?? nameof(IsEnabled)] = on;
        return Read(json);
    }

    public ActivityRecord? Find(string activityId) => byId.GetValueOrDefault(activityId);

    public IEnumerable<Transition> From(string activityId) => bySource[activityId];

    public IEnumerable<Transition> To(string activityId) => Transitions.Where(transition => transition.Destination == activityId);

    /// <summary>Of several start activities of a name, Orchard tries the first alone.</summary>
    public ActivityRecord? StartOf(string eventName) => Activities.FirstOrDefault(activity => activity.IsStart && activity.Name == eventName);

    /// <summary>Every activity from which a path leads to the given one.</summary>
    public IReadOnlySet<string> Upstream(string activityId)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>([activityId]);
        while (open.TryPop(out var at))
        {
            foreach (var source in To(at).Select(transition => transition.Source).Where(found.Add))
            {
                open.Push(source);
            }
        }

        return found;
    }
}

/// <param name="Properties">What its author set; missing members take the activity's default.</param>
internal sealed record ActivityRecord(string Id, string Name, bool IsStart, JsonObject Properties)
{
    /// <summary>What its author called it.</summary>
    public string? Title => (Properties.Any("ActivityMetadata") as JsonObject)?.AnyText("Title");

    /// <summary>Null for a box without an id or a name that can be stored: it stays in the JSON and is nowhere seen.</summary>
    public static ActivityRecord? Read(JsonObject json) => json.AnyText("ActivityId") is { Length: > 0 and <= WorkflowLimits.IdLength } id && !id.Any(char.IsControl) && json.AnyText("Name") is null or { Length: <= WorkflowLimits.NameLength }
        ? new ActivityRecord(id, json.AnyText("Name") ?? string.Empty, json.Flag("IsStart"), json.Any("Properties") as JsonObject ?? [])
        : null;
}

internal sealed record Transition(string Source, string Outcome, string Destination)
{
    /// <summary>How a join remembers that it was reached.</summary>
    public string Key => $"{Source} - {Outcome}";

    public static Transition? Read(JsonObject json) =>
        json.AnyText("SourceActivityId") is { Length: > 0 } source && json.AnyText("DestinationActivityId") is { Length: > 0 } destination
            ? new Transition(source, json.AnyText("SourceOutcomeName") ?? string.Empty, destination)
            : null;
}
