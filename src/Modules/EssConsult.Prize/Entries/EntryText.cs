using System.Text.Json.Nodes;
using EssConsult.Ledger;
using EssConsult.Prize.Editions;

namespace EssConsult.Prize.Entries;

/// <summary>What an entry says, as it is sent, hashed and read.</summary>
internal sealed record EntryText(string Title, Guid? ActorId, string? ActorName, string? Answers)
{
    /// <summary>The questions whose answers everybody may read, as their applicant was told: what was confidential never becomes public.</summary>
    public IReadOnlyList<string> Public { get; init; } = [];

    public string? Category { get; init; }

    /// <summary>The versions of rules and sworn statement that were accepted with it.</summary>
    public IReadOnlyList<AcceptedTerms> Accepted { get; init; } = [];

    /// <summary>Who sends it together, by their ids, in order; empty for one person alone.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public string Write()
    {
        var text = new JsonObject { ["title"] = Title, ["structure"] = ActorId?.ToString(), ["structureName"] = ActorName, ["answers"] = Answers is null ? null : JsonNode.Parse(Answers) };
        if (Public.Count > 0)
        {
            text["public"] = List(Public);
        }

        if (Category is not null)
        {
            text["category"] = Category;
        }

        if (Accepted.Count > 0)
        {
            text["accepted"] = new JsonArray([.. Accepted.Select(terms => (JsonNode)new JsonObject { ["kind"] = terms.Kind.ToString(), ["version"] = terms.Version, ["hash"] = terms.Hash })]);
        }

        if (People.Count > 0)
        {
            text["people"] = List(People);
        }

        return CanonicalJson.Text(text);
    }

    public static EntryText Read(string content)
    {
        if (content.Length == 0)
        {
            // Its time was over: only its hash is kept.
            return new EntryText("–", null, null, null);
        }

        var json = JsonNode.Parse(content)!;
        return new EntryText(json["title"]!.ToString(), Guid.TryParse(json["structure"]?.ToString(), out var actor) ? actor : null, json["structureName"]?.ToString(), json["answers"]?.ToJsonString()) { Public = Texts(json["public"]), People = Texts(json["people"]), Category = json["category"]?.ToString(), Accepted = Terms(json["accepted"]) };
    }

    private static AcceptedTerms[] Terms(JsonNode? list) => [.. (list as JsonArray ?? []).Select(terms => new AcceptedTerms(Enum.Parse<TermsKind>(terms!["kind"]!.ToString()), terms["version"]!.GetValue<int>(), terms["hash"]!.ToString()))];

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(text => text!.ToString())];
}
