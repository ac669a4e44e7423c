using System.Text.Json.Nodes;

namespace EssConsult.Content.Routing;

/// <summary>The addresses of embedded items: container's path, slash, their own; « Absolute » opts out (§2.5 of the formats).</summary>
internal static class ContainedRoutes
{
    public static IEnumerable<(string ItemId, string Path)> Of(ContentItem container, string containerPath) =>
        container.Content.SelectMany(part => Below(part.Value, containerPath));

    private static IEnumerable<(string ItemId, string Path)> Below(JsonNode? node, string parentPath) => node switch
    {
        JsonArray list => list.OfType<JsonObject>().SelectMany(entry => entry["ContentItemId"] is null ? Below(entry, parentPath) : Item(entry, parentPath)),
        JsonObject part => part.SelectMany(member => member.Value is JsonArray ? Below(member.Value, parentPath) : []),
        _ => [],
    };

    private static IEnumerable<(string ItemId, string Path)> Item(JsonObject json, string parentPath)
    {
        var item = json.ReadContentItem();
        if (item.Part<AutoroutePart>() is not { Disabled: false } route)
        {
            return [];
        }

        var own = AutorouteHandler.Normalize(string.IsNullOrWhiteSpace(route.Path) ? Slug.Of(item.DisplayText) : route.Path);
        var path = route.Absolute ? own : AutorouteHandler.Normalize($"{parentPath}/{own}");
        return own.Length == 0 ? [] : item.Content.SelectMany(part => Below(part.Value, path)).Prepend((item.ContentItemId, path));
    }
}
