using System.Text.Json.Nodes;
using EssConsult.Ledger;

namespace EssConsult.Prize.Entries;

/// <summary>What an entry says, as it is sent, hashed and read.</summary>
internal sealed record EntryText(string Title, Guid? ActorId, string? ActorName, string? Answers)
{
    public string Write() => CanonicalJson.Text(new JsonObject
    {
        ["title"] = Title, ["structure"] = ActorId?.ToString(), ["structureName"] = ActorName, ["answers"] = Answers is null ? null : JsonNode.Parse(Answers),
    });

    public static EntryText Read(string content)
    {
        var json = JsonNode.Parse(content)!;
        return new EntryText(json["title"]!.ToString(), Guid.TryParse(json["structure"]?.ToString(), out var actor) ? actor : null, json["structureName"]?.ToString(), json["answers"]?.ToJsonString());
    }
}
