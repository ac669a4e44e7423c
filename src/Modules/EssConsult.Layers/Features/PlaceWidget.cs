using EssConsult.Layers.Widgets;

namespace EssConsult.Layers.Features;

/// <summary>Puts widgets in zones. What readers see is published anew at its new place, with the words that it has.</summary>
internal sealed class PlaceWidget(IContentStore store, ListZones zones, WidgetTypes types, ThemeZones theme, CurrentPerson person, SiteDb db)
{
    /// <summary>Makes a draft in a zone, behind what stands there.</summary>
    /// <returns>Its id: the editor goes on from there.</returns>
    /// <exception cref="RuleException">Type, zone or layer is not one that can be chosen.</exception>
    public async Task<string> AddAsync(string? type, string? zone, string? layer, CancellationToken ct)
    {
        if (types.All.FirstOrDefault(known => known.Name == type) is not { } found)
        {
            throw new RuleException("layer.type", "Choisissez un type de bloc.");
        }

        var (inZone, inLayer) = (RequireZone(zone), await RequireLayerAsync(layer, ct));
        var last = (await zones.InAsync(inZone, ct)).Select(widget => widget.Place.Position.Number ?? 0).DefaultIfEmpty().Max();
        var item = store.New(found.Name, person.Id, person.DisplayName);
        LayerMetadata.Put(item, inLayer, inZone, renderTitle: false, Math.Floor(last) + 1);
        await store.SaveDraftAsync(item, ct);
        await db.SaveChangesAsync(ct);
        return item.ContentItemId;
    }

    /// <exception cref="RuleException">Zone or layer is not one that can be chosen, or a draft of it is being written.</exception>
    public async Task PutAsync(string id, string? layer, string? zone, bool renderTitle, CancellationToken ct)
    {
        var item = await OpenAsync(id, ct);
        var (inZone, inLayer) = (RequireZone(zone), await RequireLayerAsync(layer, ct));
        var moves = !LayerMetadata.Of(item.Content)!.Zone.Equals(inZone, StringComparison.OrdinalIgnoreCase);
        double? last = moves ? Math.Floor((await zones.InAsync(inZone, ct)).Select(widget => widget.Place.Position.Number ?? 0).DefaultIfEmpty().Max()) + 1 : null;
        LayerMetadata.Put(item, inLayer, inZone, renderTitle, last);
        await SaveAsync(item, ct);
        db.Audit(new AuditEntry("layer.place", item.ContentItemId, person.RequiredId, new { Zone = inZone, Layer = inLayer }));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Changes places with its neighbour, by a number between those around it; a zone without such a number is counted anew.</summary>
    /// <param name="id">The widget.</param>
    /// <param name="by">−1 up, 1 down.</param>
    /// <param name="ct">Ends the queries.</param>
    /// <exception cref="RuleException">A draft of it is being written.</exception>
    public async Task MoveAsync(string id, int by, CancellationToken ct)
    {
        var item = await OpenAsync(id, ct);
        var around = (await zones.InAsync(LayerMetadata.Of(item.Content)!.Zone, ct)).ToList();
        var from = around.FindIndex(widget => widget.Id == id);
        var to = from + by;
        if (from < 0 || to < 0 || to >= around.Count)
        {
            return;
        }

        var moved = around[from];
        around.RemoveAt(from);
        around.Insert(to, moved);
        if (Between(around, to) is { } number)
        {
            LayerMetadata.Put(item, position: number);
            await SaveAsync(item, ct);
        }
        else
        {
            await CountAsync(around, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="RuleException">It is gone already.</exception>
    public async Task TakeOutAsync(string id, CancellationToken ct)
    {
        var item = await OpenAsync(id, ct, evenWithDraft: true);
        await store.RemoveAsync(item.ContentItemId, ct);
        db.Audit(new AuditEntry("layer.take-out", item.ContentItemId, person.RequiredId, new { item.ContentType }));
        await db.SaveChangesAsync(ct);
    }

    private static double? Between(List<ListedWidget> order, int at)
    {
        double? before = at == 0 ? null : order[at - 1].Place.Position.Number, after = at == order.Count - 1 ? null : order[at + 1].Place.Position.Number;
        if ((at > 0 && before is null) || (at < order.Count - 1 && after is null))
        {
            return null;
        }

        var number = (before, after) switch
        {
            (null, { } last) => Math.Ceiling(last) - 1,
            ({ } first, null) => Math.Floor(first) + 1,
            ({ } first, { } last) => (first + last) / 2,
            _ => 1,
        };
        return (before is null || number > before) && (after is null || number < after) ? number : null;
    }

    private async Task CountAsync(List<ListedWidget> order, CancellationToken ct)
    {
        for (var index = 0; index < order.Count; index++)
        {
            if (order[index].Place.Position.Number != index + 1)
            {
                var item = await OpenAsync(order[index].Id, ct);
                LayerMetadata.Put(item, position: index + 1);
                await SaveAsync(item, ct);
            }
        }
    }

    private async Task<ContentItem> OpenAsync(string id, CancellationToken ct, bool evenWithDraft = false)
    {
        var latest = await store.FindAsync(id, ContentVersion.Latest, ct) ?? await store.FindAsync(id, ContentVersion.Published, ct);
        if (latest is null || LayerMetadata.Of(latest.Content) is null || types.All.All(type => type.Name != latest.ContentType))
        {
            throw new RuleException("layer.widget-gone", "Ce bloc n’est plus là.");
        }

        // Publishing it at its new place would publish a draft that nobody asked to publish.
        return evenWithDraft || latest.Published || await store.FindAsync(id, ContentVersion.Published, ct) is null
            ? latest
            : throw new RuleException("layer.widget-draft", "Un brouillon de « {0} » est en cours : publiez-le ou abandonnez-le, puis déplacez le bloc.", latest.DisplayText ?? latest.ContentType);
    }

    private Task SaveAsync(ContentItem item, CancellationToken ct) => item.Published ? store.PublishAsync(item, ct) : store.SaveDraftAsync(item, ct);

    private string RequireZone(string? zone) => theme.Names.FirstOrDefault(known => known.Equals(zone, StringComparison.OrdinalIgnoreCase))
        ?? throw new RuleException("layer.zone", "Choisissez une zone de ce thème.");

    private async Task<string> RequireLayerAsync(string? layer, CancellationToken ct) =>
        await db.Set<Layer>().Where(row => row.Name == layer).Select(row => row.Name).FirstOrDefaultAsync(ct) ?? throw new RuleException("layer.missing", "Choisissez une couche.");
}
