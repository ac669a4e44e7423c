using System.Text.Json.Nodes;

namespace EssConsult.Queries.Stored;

/// <summary>An index of Orchard is here a part of the one index: the content types that it holds.</summary>
/// <param name="ContentTypes">Empty: all.</param>
internal sealed record IndexProfile(string Name, IReadOnlyList<string> ContentTypes)
{
    public const string ProfileStep = "CreateOrUpdateIndexProfile";
    public const string LuceneStep = "lucene-index";

    public static IndexProfile Read(IndexProfileRow row) => new(row.Name, TypesOf(row.Step, (JsonObject)JsonNode.Parse(row.Json)!));

    private static string[] TypesOf(string step, JsonObject json) => step == LuceneStep
        ? json.AnyTexts("IndexedContentTypes")
        : ((json.Any("Properties") as JsonObject)?.Any("ContentIndexMetadata") as JsonObject)?.AnyTexts("IndexedContentTypes") ?? [];
}
