using System.Text.Json.Nodes;

namespace EssConsult.Content.Routing;

/// <summary>The addresses of embedded items: container's path, slash, their own; « Absolute » opts out (§2.5 of the formats).</summary>
internal static class ContainedRoutes
{
    /// <summary>Writes the slug into the embedded items that have no address of their own, when the container gives them one.</summary>
    public static void Complete(ContentItem container)
    {
        if (container.Part<AutoroutePart>() is { RouteContainedItems: true })
        {
            foreach (var list in container.Content.SelectMany(part => Lists(part.Value)).ToList())
            {
                Complete(list);
            }
        }
    }

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

    private static IEnumerable<JsonArray> Lists(JsonNode? node) => node switch
    {
        JsonArray list => list.OfType<JsonObject>().Any(entry => entry["ContentItemId"] is not null)
            ? list.OfType<JsonObject>().SelectMany(item => item.SelectMany(part => Lists(part.Value))).Prepend(list)
            : list.OfType<JsonObject>().SelectMany(entry => Lists((JsonNode)entry)),
        JsonObject part => part.SelectMany(member => member.Value is JsonArray ? Lists(member.Value) : []),
        _ => [],
    };

    private static void Complete(JsonArray siblings)
    {
        var routes = siblings.OfType<JsonObject>().Where(item => item["AutoroutePart"] is JsonObject).Select(item => (Json: item, Path: (item["AutoroutePart"]!["Path"] as JsonValue)?.ToString() ?? string.Empty)).ToList();
        var taken = routes.Where(route => route.Path.Length > 0).Select(route => AutorouteHandler.Normalize(route.Path)).ToHashSet();
        foreach (var json in routes.Where(route => route.Path.Length == 0 && route.Json["ContentType"] is JsonValue).Select(route => route.Json))
        {
            var item = json.ReadContentItem();
            var slug = Slug.Of(item.DisplayText ?? item.Part<TitlePart>()?.Title);
            if (slug.Length > 0 && item.Part<AutoroutePart>() is { Disabled: false, Absolute: false })
            {
                var path = Enumerable.Range(1, int.MaxValue - 1).Select(number => $"{slug}-{number}").Prepend(slug).First(taken.Add);
                json["AutoroutePart"]!["Path"] = path;
            }
        }
    }
}
