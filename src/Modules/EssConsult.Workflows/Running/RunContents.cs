using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Workflows.Running;

/// <summary>Content that a run knows. It keeps a pointer; whenever it goes on, the latest version is read anew (§4.1 of the formats).</summary>
internal sealed class RunContents(IContentStore content)
{
    private readonly Dictionary<string, ContentItem> items = [];

    public static JsonObject Pointer(string contentItemId) => new() { ["Type"] = "Content", ["ContentId"] = contentItemId };

    /// <summary>The id in a pointer, in a whole item, or as a text.</summary>
    public static string? IdOf(JsonNode? node) => node switch
    {
        JsonObject json => json.AnyText("ContentId") ?? json.AnyText("ContentItemId"),
        JsonValue value when value.ToString() is { Length: > 0 } text => text,
        _ => null,
    };

    /// <summary>Reads what the run's input, properties and last result point to, in one query.</summary>
    public async Task LoadAsync(WorkflowRun run, CancellationToken ct)
    {
        var ids = run.Input.Concat(run.Properties).Select(member => member.Value).Append(run.LastResult).Where(IsPointer).Select(IdOf).OfType<string>().ToHashSet();
        if (ids.Count == 0)
        {
            return;
        }

        foreach (var (id, item) in await content.FindManyAsync(ids, ContentVersion.Latest, ct))
        {
            items[id] = item;
        }
    }

    /// <summary>The item in place of its pointer; anything else as it is.</summary>
    public JsonNode? Resolve(JsonNode? node) => IsPointer(node) && items.TryGetValue(IdOf(node)!, out var item) ? item.WriteContentItem() : node;

    /// <summary>The latest version; null when there is none.</summary>
    public async Task<ContentItem?> FindAsync(string contentItemId, CancellationToken ct)
    {
        if (!items.TryGetValue(contentItemId, out var item) && await content.FindAsync(contentItemId, ContentVersion.Latest, ct) is { } found)
        {
            items[contentItemId] = item = found;
        }

        return item;
    }

    private static bool IsPointer(JsonNode? node) => node is JsonObject json && json["Type"]?.ToString() == "Content" && json["ContentId"] is JsonValue;
}
