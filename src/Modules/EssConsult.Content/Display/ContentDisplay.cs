using System.Text.Json.Nodes;
using EssConsult.Content.Items;
using EssConsult.Content.Permits;
using EssConsult.Content.Templating;
using EssConsult.Kernel.Themes;
using Fluid.Values;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Display;

/// <summary>Draws an item by the most particular Liquid template that exists for it.</summary>
internal sealed class ContentDisplay(ThemeTemplates templates, Liquid liquid, PartDisplay parts, PartShapes shapes, IContentDefinitions definitions, ContainedItems contained, BroughtParts brought, ContentPermits permits, SiteDb db) : IContentDisplay
{
    private const string Summary = ".Summary";

    public bool MayView(ContentItem item) => permits.CanView(item);

    public Task<string> PageAsync(ContentItem item, CancellationToken ct) => RenderAsync(item, owner: null, 1, ct);

    public Task<string> BodyAsync(ContentItem item, CancellationToken ct) => brought.FrameAsync(item, item, async () => (await parts.RenderAsync(item, item, string.Empty, ct)).Body, ct);

    public Task<string> WidgetAsync(ContentItem item, CancellationToken ct) => brought.FrameAsync(item, item, async () =>
    {
        var model = await FullModelAsync(item, item, 1, ct);
        model["WithoutTitle"] = true;
        var source = templates.Find([.. Alternates.Of(item, StereotypeOf(item), string.Empty).Where(name => name != "Content"), "Widget"]) ?? throw new InvalidOperationException("The module embeds Widget.liquid.");
        return await RenderAsync(source, item, model, container: null);
    }, ct);

    /// <param name="item">The version to show.</param>
    /// <param name="owner">The item that embeds it; null when it stands for itself.</param>
    /// <param name="page">The page of its list, from 1.</param>
    /// <param name="ct">Ends the queries.</param>
    /// <returns>Safe HTML.</returns>
    public Task<string> RenderAsync(ContentItem item, ContentItem? owner, int page, CancellationToken ct) => brought.FrameAsync(
        item, owner ?? item, async () => await RenderAsync(item, string.Empty, await FullModelAsync(item, owner ?? item, page, ct), owner ?? await ContainerAsync(item, ct)), ct);

    /// <summary>Draws an item by a source that is not stored yet.</summary>
    /// <exception cref="RuleException">The source does not parse, or goes beyond a limit.</exception>
    public Task<string> RenderSourceAsync(string source, ContentItem item, CancellationToken ct) =>
        brought.FrameAsync(item, item, async () => await RenderAsync(source, item, await FullModelAsync(item, item, 1, ct), await ContainerAsync(item, ct)), ct);

    public async Task<string> SummaryAsync(ContentItem item, CancellationToken ct) =>
        await RenderAsync(item, Summary, Model(item, await parts.RenderAsync(item, item, Summary, ct)), container: null);

    private async Task<string> RenderAsync(ContentItem item, string displayType, Dictionary<string, object?> model, ContentItem? container)
    {
        var source = templates.Find(Alternates.Of(item, StereotypeOf(item), displayType)) ?? throw new InvalidOperationException("The module embeds Content.liquid.");
        return await RenderAsync(source, item, model, container);
    }

    private string StereotypeOf(ContentItem item) => definitions.FindType(item.ContentType)?.Options.Stereotype is { Length: > 0 } named ? named : "Content";

    private async Task<string> RenderAsync(string source, ContentItem item, Dictionary<string, object?> model, ContentItem? container) =>
        await liquid.RenderAsync(source, new Dictionary<string, object?> { ["ContentItem"] = item, ["Model"] = model, [ContentLiquid.Container] = container });

    private async Task<Dictionary<string, object?>> FullModelAsync(ContentItem item, ContentItem stored, int page, CancellationToken ct)
    {
        var drawn = await parts.RenderAsync(item, stored, string.Empty, ct);
        var list = await contained.OfAsync(item, page, ct);
        var items = new List<object?>();
        foreach (var child in list.Items)
        {
            items.Add(new StringValue(await SummaryAsync(child, ct), encode: false));
        }

        var shown = new Dictionary<string, object?> { ["Items"] = items, ["ContentItems"] = list.Items, ["Pager"] = list.Pager };
        await AddListAsync(drawn.Content, item, shown);
        var model = Model(item, drawn);
        foreach (var (name, value) in shown)
        {
            model[name] = value;
        }

        return model;
    }

    /// <summary>A list, or the term of items: cards and a pager, unless the site has a template of its own for them.</summary>
    private async Task AddListAsync(Zone content, ContentItem item, Dictionary<string, object?> shown)
    {
        foreach (var part in (definitions.FindType(item.ContentType)?.Parts ?? []).Where(part => part.PartName == PartDisplay.ListPart).Concat(Term(item)))
        {
            var source = templates.Find([PartDisplay.ListPart]) ?? throw new InvalidOperationException("The module embeds ListPart.liquid.");
            var plain = await liquid.RenderAsync(source, new Dictionary<string, object?> { ["Model"] = shown });
            content.Add(part.Name, await shapes.PartAsync(item, part, string.Empty, plain, shown) ?? string.Empty);
        }
    }

    /// <summary>Orchard welds its part to every term, whatever its type carries.</summary>
    private static IEnumerable<TypePartDefinition> Term(ContentItem item) =>
        item.Content.ContainsKey(PartDisplay.TermPart) ? [new TypePartDefinition(PartDisplay.TermPart, PartDisplay.TermPart, [], new PartDefinition(PartDisplay.TermPart, [], []))] : [];

    internal static Dictionary<string, object?> Model(ContentItem item, RenderedParts drawn) => new()
    {
        ["ContentItem"] = item,
        ["Content"] = drawn.Content,
        ["Body"] = new StringValue(drawn.Body, encode: false),
        ["Fields"] = drawn.Fields.Where(value => !value.IsEmpty).Select(value => (object)new Dictionary<string, object?>
        {
            ["Name"] = value.Field.Name,
            ["Type"] = value.Field.FieldName,
            ["Label"] = value.Field.DisplayName,
            ["Text"] = value.Text,
            ["Html"] = new StringValue(value.Html, encode: false),
        }).ToArray(),
    };

    private async Task<ContentItem?> ContainerAsync(ContentItem item, CancellationToken ct) => item.Part<ContainedPart>()?.ListContentItemId is { Length: > 0 } list
        ? (await db.Set<ContentRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Published && row.ContentItemId == list, ct))?.ToItem()
        : null;
}
