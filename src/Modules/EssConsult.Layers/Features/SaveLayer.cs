using System.Text.Json.Nodes;
using EssConsult.Layers.Contracts;

namespace EssConsult.Layers.Features;

internal sealed class SaveLayer(SiteDb db, ListZones zones, CurrentPerson person)
{
    /// <summary>What a form was opened on, to notice that somebody else has saved meanwhile.</summary>
    public static string StampOf(Layer? layer) => layer is null ? string.Empty : ContentId.From(layer.Json);

    /// <param name="row">The layer as it was read; null for a new one.</param>
    /// <param name="name">Of a new one.</param>
    /// <param name="description">What its author wants to remember.</param>
    /// <param name="rule">Orchard's <c>LayerRule</c>.</param>
    /// <param name="ct">Ends the saving.</param>
    /// <exception cref="RuleException">Another layer has that name.</exception>
    public async Task SaveAsync(Layer? row, string name, string description, JsonObject rule, CancellationToken ct)
    {
        if (row is null)
        {
            var names = await db.Set<Layer>().Select(layer => new { layer.Name, layer.Position }).ToListAsync(ct);
            if (names.Exists(layer => layer.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new RuleException("layer.twice", "Une couche porte déjà ce nom.") { Field = "Name" };
            }

            row = new Layer { Name = name, Json = "{}", Position = names.Select(layer => layer.Position).DefaultIfEmpty().Max() + 1 };
            db.Add(row);
        }

        var json = row.Read();
        Set(json, "Name", row.Name);
        Set(json, "Description", description);
        Set(json, Layer.Rule, rule);
        row.Json = Layer.Write(json);
        await StoreAsync("layer.change", row.Name, ct);
    }

    /// <exception cref="RuleException">Widgets stand in it.</exception>
    public async Task DeleteAsync(Layer row, CancellationToken ct)
    {
        if (await zones.CountOfAsync(row.Name, ct) is > 0 and var widgets)
        {
            throw new RuleException("layer.not-empty", "Cette couche porte encore {0} bloc(s) : déplacez-les ou retirez-les d’abord.", widgets);
        }

        db.Remove(row);
        await StoreAsync("layer.delete", row.Name, ct);
    }

    private static void Set(JsonObject json, string key, JsonNode value) => json[json.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Key ?? key] = value;

    private async Task StoreAsync(string act, string name, CancellationToken ct)
    {
        db.Publish(new LayersChanged([name]));
        db.Audit(new AuditEntry(act, name, person.RequiredId));
        await db.SaveChangesAsync(ct);
    }
}
