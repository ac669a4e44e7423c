using System.Text.Json.Nodes;
using EssConsult.Layers.Rules;
using EssConsult.Layers.Widgets;

namespace EssConsult.Layers.Features;

/// <summary>What stands where, from the database: whoever has just moved something sees it moved.</summary>
internal sealed class ListZones(SiteDb db, WidgetTypes types, ThemeZones theme, SiteSettings settings, RuleWords words)
{
    private const int MostVersions = 1_000;

    public async Task<ZoneBoard> ReadAsync(CancellationToken ct)
    {
        var layers = await db.Set<Layer>().AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Name).ToListAsync(ct);
        var widgets = await WidgetsAsync(ct);
        var (inTheme, used) = (theme.Names, widgets.Select(widget => widget.Place.Zone).Concat(settings.Get("LayerSettings").AnyTexts("Zones")));
        var zones = inTheme.Concat(used.Except(inTheme, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase);
        return new ZoneBoard(
            [.. zones.Select(zone => new ListedZone(zone, inTheme.Contains(zone, StringComparer.OrdinalIgnoreCase), In(zone, widgets)))],
            [.. layers.Select(layer => Listed(layer, widgets))], types.All);
    }

    /// <summary>The widgets of one zone, in their order.</summary>
    public async Task<IReadOnlyList<ListedWidget>> InAsync(string zone, CancellationToken ct) => In(zone, await WidgetsAsync(ct));

    public async Task<int> CountOfAsync(string layer, CancellationToken ct) => (await WidgetsAsync(ct)).Count(widget => IsOf(widget, layer));

    private static IReadOnlyList<ListedWidget> In(string zone, IReadOnlyList<ListedWidget> widgets) => [.. widgets.Where(widget => widget.Place.Zone.Equals(zone, StringComparison.OrdinalIgnoreCase))];

    private ListedLayer Listed(Layer layer, IReadOnlyList<ListedWidget> widgets)
    {
        var json = layer.Read();
        return new ListedLayer(layer.Name, json.AnyText("Description"), words.Of(ConditionReader.ReadRule(json.Any(Layer.Rule) as JsonObject)), widgets.Count(widget => IsOf(widget, layer.Name)));
    }

    private static bool IsOf(ListedWidget widget, string layer) => widget.Place.Layer.Equals(layer, StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<ListedWidget>> WidgetsAsync(CancellationToken ct)
    {
        var names = types.All.ToDictionary(type => type.Name, type => type.DisplayName);
        var rows = await db.Set<ContentRow>().AsNoTracking()
            .Where(row => (row.Latest || row.Published) && names.Keys.Contains(row.ContentType) && row.Json.Contains("\"LayerMetadata\""))
            .OrderBy(row => row.CreatedUtc).ThenBy(row => row.ContentItemId).Take(MostVersions).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => row.ContentItemId).Select(versions => Listed([.. versions], names)).OfType<ListedWidget>().OrderBy(widget => widget.Place.Position),
        ];
    }

    /// <summary>Where readers see it; a draft's own place counts for what they do not see yet.</summary>
    private static ListedWidget? Listed(IReadOnlyList<ContentRow> versions, Dictionary<string, string> names)
    {
        var (published, latest) = (versions.FirstOrDefault(row => row.Published), versions.FirstOrDefault(row => row.Latest));
        var shown = published ?? latest!;
        return LayerMetadata.Of((JsonObject)JsonNode.Parse(shown.Json)!) is { } place
            ? new ListedWidget(shown.ContentItemId, (latest ?? shown).DisplayText ?? string.Empty, names[shown.ContentType], place, published is not null, latest is { Published: false } && published is not null)
            : null;
    }
}
