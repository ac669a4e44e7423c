using System.Text.Json.Nodes;

namespace EssConsult.Content.Items;

/// <summary>Items that live inside another one: in bags, flows, menus and taxonomies, at any depth.</summary>
internal static class EmbeddedItems
{
    public static ContentItem? Find(ContentItem owner, string contentItemId) => FindJson(owner.Content, contentItemId)?.ReadContentItem();

    /// <summary>The ids of an item's JSON and of all that is embedded in it.</summary>
    public static IEnumerable<string> Ids(JsonNode? node) => node switch
    {
        JsonObject holder => (holder["ContentItemId"] is JsonValue id ? new[] { id.ToString() } : []).Concat(holder.SelectMany(member => Ids(member.Value))),
        JsonArray list => list.SelectMany(Ids),
        _ => [],
    };

    /// <summary>The item's JSON in place: changing it changes the owner.</summary>
    public static JsonObject? FindJson(JsonNode? node, string contentItemId) => node switch
    {
        JsonObject item when item["ContentItemId"] is JsonValue id && id.ToString() == contentItemId => item,
        JsonObject holder => holder.Select(member => FindJson(member.Value, contentItemId)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(entry => FindJson(entry, contentItemId)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
