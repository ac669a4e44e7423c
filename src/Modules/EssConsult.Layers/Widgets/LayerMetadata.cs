using System.Text.Json.Nodes;

namespace EssConsult.Layers.Widgets;

/// <summary>Orchard's object on a widget: where it stands.</summary>
internal sealed record LayerMetadata(string Layer, string Zone, bool RenderTitle, WidgetPosition Position)
{
    /// <returns>Null for an item that stands nowhere.</returns>
    public static LayerMetadata? Of(JsonObject content) => content[nameof(LayerMetadata)] is JsonObject json && json.AnyText("Layer") is { } layer && json.AnyText("Zone") is { } zone
        ? new LayerMetadata(layer, zone, Rules.ConditionReader.Flag(json, "RenderTitle"), WidgetPosition.Read(json.Any("Position")))
        : null;

    /// <summary>Changes what is given; members that nobody here knows stay.</summary>
    public static void Put(ContentItem item, string? layer = null, string? zone = null, bool? renderTitle = null, double? position = null)
    {
        if (item.Content[nameof(LayerMetadata)] is not JsonObject json)
        {
            item.Content[nameof(LayerMetadata)] = json = [];
        }

        void Set(string key, JsonNode? value)
        {
            if (value is not null)
            {
                json[key] = value;
            }
        }

        Set("RenderTitle", renderTitle);
        Set("Position", position);
        Set("Zone", zone);
        Set("Layer", layer);
    }
}
