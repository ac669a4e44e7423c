using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Editing;

/// <summary>A circuit on the drawing board: each act changes the JSON and leaves every member that it does not name as it was.</summary>
internal sealed class CircuitDraft(JsonObject json)
{
    /// <summary>Outcomes of a box after which the branch ends on purpose; Orchard passes the member by.</summary>
    public const string Ends = "EssEnds";

    /// <summary>As a destination: the branch ends there on purpose.</summary>
    public const string End = "-";
    private const int Most = 500;

    public JsonObject Json => json;

    public WorkflowType Type => WorkflowType.Read(json);

    public DraftNotes Notes => new(this);

    public static CircuitDraft New(string name) => new(new JsonObject
    {
        ["WorkflowTypeId"] = ContentId.New(), ["Name"] = name, ["IsEnabled"] = false, ["IsSingleton"] = false, ["LockTimeout"] = 0, ["LockExpiration"] = 0, ["DeleteFinishedWorkflows"] = false,
        ["Activities"] = new JsonArray(), ["Transitions"] = new JsonArray(),
    });

    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public void Describe(string? name, bool isSingleton, bool deletesFinished)
    {
        if (name?.Trim() is not { Length: > 0 and <= 255 } cleaned)
        {
            throw new RuleException("workflow.name", "Donnez un nom au circuit.") { Field = "Name" };
        }

        (json["Name"], json["IsSingleton"], json["DeleteFinishedWorkflows"]) = (cleaned, isSingleton, deletesFinished);
    }

    /// <summary>Adds a box below the others; the first event is where the circuit begins.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RuleException">Nothing of that name runs here, or the circuit is too large.</exception>
    public string Add(ActivityKinds kinds, string? name)
    {
        var description = kinds.Describe(name ?? string.Empty) ?? throw new RuleException("workflow.no-such-activity", "Choisissez une étape.") { Field = "Kind" };
        var activities = Boxes();
        if (activities.Count >= Most)
        {
            throw new RuleException("workflow.too-large", "Un circuit a {0} étapes au plus.", Most);
        }

        var id = ContentId.New();
        activities.Add(new JsonObject
        {
            ["ActivityId"] = id, ["Name"] = description.Name, ["X"] = 40, ["Y"] = Lowest(activities) + 120,
            ["IsStart"] = description.IsEvent && !activities.OfType<JsonObject>().Any(activity => activity.Flag("IsStart")), ["Properties"] = new JsonObject { ["ActivityMetadata"] = new JsonObject { ["Title"] = null } },
        });
        return id;
    }

    /// <summary>Takes a box away with the lines that touch it.</summary>
    public void Remove(string id)
    {
        Drop(Boxes(), activity => activity.AnyText("ActivityId") == id);
        Drop(Lines(), line => line.AnyText("SourceActivityId") == id || line.AnyText("DestinationActivityId") == id);
    }

    /// <summary>Lets an outcome lead to a box, or to none; of one outcome one line is followed.</summary>
    public void Connect(string source, string outcome, string? destination)
    {
        Drop(Lines(), line => line.AnyText("SourceActivityId") == source && line.AnyText("SourceOutcomeName") == outcome);
        SetEnd(source, outcome, destination == End);
        if (!string.IsNullOrEmpty(destination) && Find(destination) is not null && Find(source) is not null)
        {
            Lines().Add(new JsonObject { ["Id"] = NextId(), ["SourceActivityId"] = source, ["SourceOutcomeName"] = outcome, ["DestinationActivityId"] = destination });
        }
    }

    private void SetEnd(string source, string outcome, bool ends)
    {
        if (Find(source)?.Any("Properties") is not JsonObject properties)
        {
            return;
        }

        var kept = properties.AnyTexts(Ends).Where(known => known != outcome).Concat(ends ? [outcome] : []).ToList();
        properties.Remove(Ends);
        if (kept.Count > 0)
        {
            properties[Ends] = new JsonArray([.. kept.Select(known => (JsonNode)known)]);
        }
    }

    public JsonObject? Find(string id) => json.AnyObjects("Activities").FirstOrDefault(activity => activity.AnyText("ActivityId") == id);

    private int NextId() => json.AnyObjects("Transitions").Select(line => int.TryParse(line.AnyText("Id"), out var id) ? id + 1 : 0).DefaultIfEmpty().Max();

    private static double Lowest(JsonArray activities) => activities.OfType<JsonObject>().Select(activity => double.TryParse(activity.AnyText("Y"), System.Globalization.CultureInfo.InvariantCulture, out var y) ? y : 0).DefaultIfEmpty(-80).Max();

    private JsonArray Boxes() => Array("Activities");

    private JsonArray Lines() => Array("Transitions");

    private JsonArray Array(string name)
    {
        if (json.Any(name) is not JsonArray array)
        {
            json[name] = array = [];
        }

        return array;
    }

    private static void Drop(JsonArray array, Predicate<JsonObject> which)
    {
        foreach (var gone in array.OfType<JsonObject>().Where(entry => which(entry)).ToList())
        {
            array.Remove(gone);
        }
    }
}
