using System.Text.Json.Nodes;
using EssConsult.Layers.Contracts;
using EssConsult.Layers.Rules;

namespace EssConsult.Layers.Recipes;

/// <summary><c>Layers</c>: found again by name; what the step gives replaces what was there, conditions as a whole.</summary>
internal sealed class LayersStep(SiteDb db) : IRecipeStep
{
    public string Name => "Layers";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var given = step.AnyObjects("Layers").ToList();
        var known = await db.Set<Layer>().ToDictionaryAsync(row => row.Name, StringComparer.OrdinalIgnoreCase, ct);
        var changed = given.Where(layer => Take(layer, known)).Select(NameOf).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (changed.Count > 0)
        {
            db.Publish(new LayersChanged([.. changed]));
        }

        var unknown = given.SelectMany(layer => ConditionReader.Unknown(ConditionReader.ReadRule(layer.Any(Layer.Rule) as JsonObject))).Distinct().ToList();
        return unknown.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} couches rangées, {1} déjà ainsi.", changed.Count, given.Count - changed.Count)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} couches rangées, {1} déjà ainsi. Conditions inconnues ici, qui comptent comme fausses : {2}.", changed.Count, given.Count - changed.Count, string.Join(", ", unknown));
    }

    /// <returns>Whether anything is different from before.</returns>
    private bool Take(JsonObject given, Dictionary<string, Layer> known)
    {
        var name = NameOf(given);
        if (!known.TryGetValue(name, out var row))
        {
            known[name] = row = new Layer { Name = name, Json = Layer.Write(given), Position = known.Values.Select(layer => layer.Position).DefaultIfEmpty().Max() + 1 };
            db.Add(row);
            return true;
        }

        var merged = row.Read();
        foreach (var (key, value) in given.Where(pair => pair.Value is not null))
        {
            var same = merged.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Key ?? key;
            merged[same] = value!.DeepClone();
        }

        // The name by which widgets know it is the one that it had first.
        merged[merged.First(pair => pair.Key.Equals("Name", StringComparison.OrdinalIgnoreCase)).Key] = row.Name;
        var json = Layer.Write(merged);
        var isChanged = json != row.Json;
        row.Json = json;
        return isChanged;
    }

    private static string NameOf(JsonObject given) => given.AnyText("Name") is { } name && !string.IsNullOrWhiteSpace(name)
        ? name.Length <= Layer.MaxName ? name : throw new RuleException("layer.name-long", "Le nom d’une couche a {0} caractères au plus.", Layer.MaxName)
        : throw new RuleException("layer.name-missing", "Donnez un nom à la couche.");
}
