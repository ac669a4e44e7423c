using System.Collections.Frozen;
using System.Text.Json.Nodes;
using EssConsult.Layers.Contracts;
using EssConsult.Layers.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Layers.Widgets;

/// <summary>A published widget at its place. The item is shared between requests: nobody may change it.</summary>
internal sealed record PlacedWidget(ContentItem Item, LayerMetadata Place);

/// <summary>The layers and the published widgets in memory, so that a page asks no database about them.</summary>
internal sealed class LayerBook(IServiceScopeFactory scopes) : IBook
{
    private const int MostWidgets = 500;
    private volatile Snapshot current = Snapshot.Empty;

    public string Name => "layers";

    /// <summary>The widgets of a zone in their order, whatever their layers say; nothing on a site without layers.</summary>
    public IReadOnlyList<PlacedWidget> In(string zone) => current.Zones.Count == 0 ? [] : current.Zones.GetValueOrDefault(zone) ?? [];

    public ConditionGroup? RuleOf(string layer) => current.Rules.GetValueOrDefault(layer);

    /// <summary>A layer, or a widget that readers see.</summary>
    public bool IsChangedBy(OutboxEvent happened) => happened.Is<LayersChanged>()
        || (current.Types.Count > 0 && PublishedType(happened) is { } type && current.Types.Contains(type));

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => IsChangedBy(happened) || (current.Rules.Count > 0 && happened.Is<ContentDefinitionChanged>())))
        {
            await LoadAsync(ct);
        }
    }

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var layers = await db.Set<Layer>().AsNoTracking().ToListAsync(ct);
        if (layers.Count == 0)
        {
            current = Snapshot.Empty;
            return;
        }

        var rules = layers.ToFrozenDictionary(layer => layer.Name, layer => ConditionReader.ReadRule(layer.Read().Any(Layer.Rule) as JsonObject), StringComparer.OrdinalIgnoreCase);
        var types = await scope.ServiceProvider.GetRequiredService<WidgetTypes>().StoredNamesAsync(ct);
        var widgets = await WidgetsAsync(db, scope.ServiceProvider.GetRequiredService<IContentStore>(), types, ct);
        var zones = widgets.Where(widget => rules.ContainsKey(widget.Place.Layer)).GroupBy(widget => widget.Place.Zone, StringComparer.OrdinalIgnoreCase);
        current = new Snapshot(rules, zones.ToFrozenDictionary(zone => zone.Key, Ordered, StringComparer.OrdinalIgnoreCase), types.ToFrozenSet());
    }

    private static async Task<List<PlacedWidget>> WidgetsAsync(SiteDb db, IContentStore store, IReadOnlyList<string> types, CancellationToken ct)
    {
        var ids = await db.Set<ContentRow>().Where(row => row.Published && types.Contains(row.ContentType) && row.Json.Contains("\"LayerMetadata\""))
            .OrderBy(row => row.CreatedUtc).Take(MostWidgets).Select(row => row.ContentItemId).ToListAsync(ct);
        var items = await store.FindManyAsync(ids, ContentVersion.Published, ct);
        foreach (var item in items.Values)
        {
            Open(item.Content);
        }

        return [.. items.Values.Select(item => LayerMetadata.Of(item.Content) is { } place ? new PlacedWidget(item, place) : null).OfType<PlacedWidget>()];
    }

    private static IReadOnlyList<PlacedWidget> Ordered(IEnumerable<PlacedWidget> widgets) =>
        [.. widgets.OrderBy(widget => widget.Place.Position).ThenBy(widget => widget.Item.CreatedUtc).ThenBy(widget => widget.Item.ContentItemId, StringComparer.Ordinal)];

    // A JSON object lays itself out when it is first read, which two requests must not do at once.
    private static void Open(JsonNode? node)
    {
        foreach (var inner in node switch { JsonObject json => json.Select(pair => pair.Value), JsonArray array => array, _ => [] })
        {
            Open(inner);
        }
    }

    private static string? PublishedType(OutboxEvent happened) =>
        happened.Is<ContentPublished>() ? happened.Read<ContentPublished>().ContentType
        : happened.Is<ContentUnpublished>() ? happened.Read<ContentUnpublished>().ContentType
        : happened.Is<ContentRemoved>() ? happened.Read<ContentRemoved>().ContentType
        : null;

    private sealed record Snapshot(FrozenDictionary<string, ConditionGroup> Rules, FrozenDictionary<string, IReadOnlyList<PlacedWidget>> Zones, FrozenSet<string> Types)
    {
        public static readonly Snapshot Empty = new(FrozenDictionary<string, ConditionGroup>.Empty, FrozenDictionary<string, IReadOnlyList<PlacedWidget>>.Empty, FrozenSet<string>.Empty);
    }
}

/// <summary>A widget may stand on any page: all kept pages are made again when one changes.</summary>
internal sealed class LayerEviction(LayerBook book) : IEvictsPages
{
    public IEnumerable<string> TagsOf(OutboxEvent happened) => book.IsChangedBy(happened) ? ["site"] : [];
}

internal sealed class LayersAtStart(LayerBook book, WidgetTypes types) : IAtStart
{
    // After the definitions are read and before a first run's recipe speaks of widgets.
    public int Order => -90;

    public async Task StartAsync(CancellationToken ct)
    {
        await types.AddTextAsync(ct);
        await book.LoadAsync(ct);
    }
}
