using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Simulation;

/// <summary>What an event would tell, where nothing of the kind has happened yet: a text and a person that nobody could take for real ones.</summary>
internal static class InventedEvent
{
    public const string Key = "invente";

    public static EventSample Sample(ActivityDescription? start) => new(Key, "Un exemple inventé", new WorkflowTrigger(start?.Name ?? string.Empty, null, Input(start?.Offers ?? [])));

    public static JsonObject Input(params IEnumerable<string> names) => new(names.Select(name => KeyValuePair.Create(name, Value(name))));

    public static JsonNode? Value(string name) => name switch
    {
        "ContentItem" => new JsonObject
        {
            ["ContentItemId"] = "4exemple", ["ContentType"] = "Contribution", ["DisplayText"] = "Un marché du soir près du tram", ["Owner"] = "4personne", ["Author"] = "Prénom Nom",
            ["AutoroutePart"] = new JsonObject { ["Path"] = "contributions/un-marche-du-soir" },
        },
        "ContentEvent" => new JsonObject { ["Name"] = "ContentPublishedEvent", ["ContentType"] = "Contribution", ["ContentItemId"] = "4exemple" },
        "Author" or "User" => new JsonObject { ["UserId"] = "4personne", ["UserName"] = "Prénom Nom", ["Email"] = PersonAlias.Of("4personne") },
        "ErrorInfo" => new JsonObject { ["WorkflowName"] = "Circuit", ["ActivityDisplayName"] = "Étape", ["FaultMessage"] = "Raison" },
        _ => "exemple",
    };
}
