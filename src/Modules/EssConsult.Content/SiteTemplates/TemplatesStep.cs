using System.Text.Json.Nodes;
using EssConsult.Content.Recipes;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.SiteTemplates;

/// <summary><c>Templates</c>: stores Liquid templates by name. One that does not parse here is kept, not used, and reported.</summary>
internal sealed class TemplatesStep(SiteDb db, Liquid liquid, TimeProvider clock) : IRecipeStep
{
    public string Name => "Templates";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var given = (step.Any("Templates") as JsonObject ?? []).Where(pair => pair.Value is JsonObject).ToList();
        var known = await db.Set<SiteTemplate>().ToDictionaryAsync(row => row.Name, StringComparer.OrdinalIgnoreCase, ct);
        var changed = new List<string>();
        var unreadable = new List<string>();
        foreach (var (name, value) in given)
        {
            var (key, template) = (TemplateName.ToKey(name), (JsonObject)value!);
            var (source, description) = (template.AnyText("Content") ?? string.Empty, template.AnyText("Description") ?? string.Empty);
            if (liquid.Check(source) is not null)
            {
                unreadable.Add(key);
            }

            if (!known.TryGetValue(key, out var row))
            {
                known[key] = row = new SiteTemplate { Name = key, Source = string.Empty };
                db.Add(row);
                changed.Add(key);
            }
            else if (row.Source != source || row.Description != description)
            {
                changed.Add(key);
            }

            (row.Source, row.Description) = (source, description);
            row.ModifiedUtc = changed.Contains(key) ? clock.UtcNow() : row.ModifiedUtc;
        }

        if (changed.Count > 0)
        {
            db.Publish(new SiteTemplatesChanged([.. changed]));
        }

        return unreadable.Count == 0
            ? new RecipeStepReport(RecipeStepOutcome.Done, "{0} gabarits rangés, {1} déjà ainsi.", changed.Count, given.Count - changed.Count)
            : new RecipeStepReport(RecipeStepOutcome.Partial, "{0} gabarits rangés, {1} déjà ainsi. Gardés mais illisibles ici : {2}.", changed.Count, given.Count - changed.Count, string.Join(", ", unreadable));
    }
}
