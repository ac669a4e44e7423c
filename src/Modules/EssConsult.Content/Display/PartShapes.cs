using System.Text.Json.Nodes;
using EssConsult.Content.Shortcodes;
using EssConsult.Kernel.Themes;
using Fluid.Values;

namespace EssConsult.Content.Display;

/// <summary>Draws a part or a field by the template that the site brings for it; where there is none, as it was drawn without.</summary>
internal sealed class PartShapes(PartTemplates templates, Liquid liquid, ITaxonomies taxonomies, ShortcodeText shortcodes)
{
    /// <param name="item">Whose part it is.</param>
    /// <param name="part">The part as the type carries it.</param>
    /// <param name="displayType">Empty in full, <c>.Summary</c> in a list.</param>
    /// <param name="html">As it is drawn without a template; null for a part that shows nothing by itself.</param>
    /// <param name="more">What the part shows beyond itself: the items of a list, its pager.</param>
    public async Task<string?> PartAsync(ContentItem item, TypePartDefinition part, string displayType, string? html, IReadOnlyDictionary<string, object?>? more = null)
    {
        if (templates.OfPart(item.ContentType, part, displayType) is not { } source)
        {
            return html;
        }

        var json = item.Content[part.Name] as JsonObject;
        var model = Members(json);
        model[part.PartName] = json;
        model["ContentItem"] = item;
        model["Html"] = new StringValue(html ?? string.Empty, encode: false);
        model["TypePartDefinition"] = new Dictionary<string, object?> { ["Name"] = part.Name, ["PartDefinition"] = Named(part.PartName), ["DisplayName"] = part.DisplayName };
        foreach (var (name, value) in more ?? new Dictionary<string, object?>())
        {
            model[name] = value;
        }

        return await DrawAsync(source, item, model);
    }

    public async Task<string> FieldAsync(ContentItem item, TypePartDefinition part, FieldValue value, string displayType)
    {
        var html = value.Field.FieldName == "HtmlField" ? await shortcodes.ExpandAsync(value.Html, item) : value.Html;
        if (templates.OfField(item.ContentType, part, value.Field, displayType) is not { } source)
        {
            return html;
        }

        var holder = item.Content[value.Field.Part] as JsonObject;
        var json = holder?[value.Field.Name] as JsonObject;
        var model = Members(json);
        model["Field"] = json;
        model["Part"] = holder;
        model["ContentItem"] = item;
        model["Tags"] = Tags(json);
        model["Html"] = new StringValue(html, encode: false);
        model["PartFieldDefinition"] = new Dictionary<string, object?>
        {
            ["Name"] = value.Field.Name, ["DisplayName"] = value.Field.DisplayName, ["PartDefinition"] = Named(part.PartName), ["FieldDefinition"] = Named(value.Field.FieldName), ["Settings"] = value.Field.Settings,
        };
        return await DrawAsync(source, item, model);
    }

    private Task<string> DrawAsync(string source, ContentItem item, Dictionary<string, object?> model) =>
        liquid.RenderAsync(source, new Dictionary<string, object?> { ["ContentItem"] = item, ["Model"] = model });

    private static Dictionary<string, object?> Members(JsonObject? json) => json?.ToDictionary(pair => pair.Key, pair => (object?)pair.Value) ?? [];

    private static Dictionary<string, object?> Named(string name) => new() { ["Name"] = name };

    /// <summary>As its editor last wrote them, else the names that the terms bear now.</summary>
    private object?[]? Tags(JsonObject? field) => field?["TagNames"] is JsonArray { Count: > 0 } names
        ? [.. names.Select(name => (object?)name?.ToString())]
        : (field?["TermContentItemIds"] as JsonArray)?.Select(id => (object?)taxonomies.FindTerm(id?.ToString() ?? string.Empty)?.Name).Where(name => name is not null).ToArray();
}
