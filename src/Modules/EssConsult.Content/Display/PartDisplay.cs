using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EssConsult.Content.Routing;
using EssConsult.Content.Shortcodes;
using EssConsult.Content.Templating;
using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Display;

/// <param name="Content">Every part and field as HTML: <c>HtmlBodyPart</c>, <c>Services</c>, <c>BlogPost-Tags</c>.</param>
/// <param name="Body">The parts in their order, without the fields.</param>
/// <param name="Fields">The fields in their order.</param>
internal sealed record RenderedParts(Zone Content, string Body, IReadOnlyList<FieldValue> Fields);

/// <summary>Draws an item's parts: texts, and the items embedded in bags and flows, each by its own template.</summary>
internal sealed class PartDisplay(
    IContentDefinitions definitions, IContentForm form, IMarkup markup, Liquid liquid, ThemeTemplates templates, BroughtParts brought, PartShapes shapes, ShortcodeText shortcodes)
{
    public const string ListPart = nameof(ListPart);
    public const string TermPart = nameof(TermPart);
    private const int MaxDepth = 8;

    /// <param name="item">What is drawn.</param>
    /// <param name="page">The stored item whose page it is.</param>
    /// <param name="displayType">Empty in full, <c>.Summary</c> in a list.</param>
    /// <param name="ct">Ends the drawing.</param>
    public Task<RenderedParts> RenderAsync(ContentItem item, ContentItem page, string displayType, CancellationToken ct) => RenderAsync(item, page, displayType, 0, ct);

    /// <summary>An item that stands in another, by its own template.</summary>
    public Task<string> EmbeddedAsync(ContentItem item, ContentItem page, CancellationToken ct) => brought.FrameAsync(item, page, () => EmbeddedAsync(item, page, 1, ct), ct);

    private async Task<RenderedParts> RenderAsync(ContentItem item, ContentItem page, string displayType, int depth, CancellationToken ct)
    {
        var type = definitions.FindType(item.ContentType);
        var content = new Zone();
        var body = new StringBuilder();
        foreach (var part in type?.Parts ?? [])
        {
            if (await PartAsync(part, item, page, displayType, depth, ct) is { Length: > 0 } html)
            {
                content.Add(part.Name, html);
                body.Append(html);
            }
        }

        var fields = new List<FieldValue>();
        foreach (var value in await form.ValuesAsync(item, ct))
        {
            var html = type?.FindPart(value.Field.Part) is { } part ? await shapes.FieldAsync(item, part, value, displayType) : value.Html;
            content.Add($"{value.Field.Part}-{value.Field.Name}", html);
            fields.Add(value with { Html = html });
        }

        return new RenderedParts(content, body.ToString(), fields);
    }

    /// <summary>Lists and terms show other items: the page that knows which draws them.</summary>
    private async Task<string?> PartAsync(TypePartDefinition part, ContentItem item, ContentItem page, string displayType, int depth, CancellationToken ct)
    {
        var html = await PartAsync(part, item, page, depth, ct);
        return part.PartName is ListPart or TermPart || brought.Find(part.PartName) is not null ? html : await shapes.PartAsync(item, part, displayType, html);
    }

    private async Task<string?> PartAsync(TypePartDefinition part, ContentItem item, ContentItem page, int depth, CancellationToken ct) => part.PartName switch
    {
        nameof(MarkdownBodyPart) => Prose(markup.Markdown(item.Content[part.Name]?["Markdown"]?.ToString())),
        nameof(HtmlBodyPart) => Prose(await shortcodes.ExpandAsync(markup.Sanitize(item.Content[part.Name]?["Html"]?.ToString()), item)),
        "BagPart" => await EmbeddedAsync(item.Content[part.Name]?["ContentItems"] as JsonArray, "bag", page, depth, ct),
        "FlowPart" => await EmbeddedAsync(item.Content[part.Name]?["Widgets"] as JsonArray, "flow", page, depth, ct),
        _ => brought.Find(part.PartName) is { } drawing ? await drawing.DrawAsync(part.PartName, item, ct) : null,
    };

    private async Task<string> EmbeddedAsync(JsonArray? items, string kind, ContentItem page, int depth, CancellationToken ct)
    {
        if (items is null or { Count: 0 } || depth > MaxDepth)
        {
            return string.Empty;
        }

        var html = new StringBuilder($"<section class=\"{kind}\">");
        foreach (var json in items.OfType<JsonObject>())
        {
            var item = json.ReadContentItem();
            var metadata = json["FlowMetadata"] as JsonObject;
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"widget widget-{Slug.Of(item.ContentType)}{FlowClasses(metadata)}\">");
            html.Append(await brought.FrameAsync(item, page, () => EmbeddedAsync(item, page, depth + 1, ct), ct)).Append("</div>");
        }

        return html.Append("</section>").ToString();
    }

    private async Task<string> EmbeddedAsync(ContentItem item, ContentItem page, int depth, CancellationToken ct)
    {
        var stereotype = definitions.FindType(item.ContentType)?.Options.Stereotype is { Length: > 0 } named ? named : "Content";
        var drawn = await RenderAsync(item, page, string.Empty, depth, ct);
        var source = templates.Find([.. Alternates.Of(item, stereotype, string.Empty).Where(name => name != "Content"), "Widget"]) ?? throw new InvalidOperationException("The module embeds Widget.liquid.");
        return await liquid.RenderAsync(source, new Dictionary<string, object?> { ["ContentItem"] = item, ["Model"] = ContentDisplay.Model(item, drawn) });
    }

    private static string FlowClasses(JsonObject? metadata)
    {
        string[] sides = ["left", "center", "right", "justify", "inherit"];
        var side = metadata?["Alignment"]?.ToString() is { } text ? int.TryParse(text, out var number) && number is >= 0 and < 5 ? sides[number] : sides.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) : null;
        var size = int.TryParse(metadata?["Size"]?.ToString(), out var percent) ? percent : 100;
        return metadata is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" widget-align-{side ?? "justify"} widget-size-{Math.Clamp(size, 10, 100)}");
    }

    private static string Prose(string html) => html.Length == 0 ? string.Empty : $"<div class=\"prose\" lang=\"fr\">{html}</div>";
}
