using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Fields.Taxonomy;

internal sealed record TaxonomyFieldSettings
{
    public string? TaxonomyContentItemId { get; init; }

    /// <summary>One term at most.</summary>
    public bool Unique { get; init; }

    public bool LeavesOnly { get; init; }
}

internal sealed class TaxonomyFieldType(ITaxonomies taxonomies, IStringLocalizer words) : IFieldType
{
    public string Name => "TaxonomyField";

    public string Label => "Choix dans une liste de thèmes";

    public string Editor => FieldPartials.Path("Taxonomy");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("TaxonomyFieldSettings.TaxonomyContentItemId", "Liste de thèmes", FieldSettingKind.Taxonomy),
        new("TaxonomyFieldSettings.Unique", "Un seul choix", FieldSettingKind.Flag),
        new("TaxonomyFieldSettings.LeavesOnly", "Seulement le dernier niveau", FieldSettingKind.Flag),
    ];

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        var settings = post.Field.Options<TaxonomyFieldSettings>();
        if (post.WasAsked)
        {
            post.Value["TaxonomyContentItemId"] = settings.TaxonomyContentItemId;
            post.Value["TermContentItemIds"] = new JsonArray([.. post.Texts("TermContentItemIds").Select(id => JsonValue.Create(id))]);
        }

        var chosen = Chosen(post.Value);
        var known = settings.TaxonomyContentItemId is { } id ? taxonomies.Find(id)?.Terms ?? [] : [];
        if (chosen.Count == 0)
        {
            if (post.MustBeFilled)
            {
                post.Fail("TermContentItemIds", "Choisissez « {0} ».");
            }
        }
        else if ((settings.Unique && chosen.Count > 1) || chosen.Any(term => known.All(found => found.Id != term)))
        {
            post.Fail("TermContentItemIds", "« {0} » : choisissez une réponse de la liste.");
        }
        else if (settings.LeavesOnly && known.Any(term => term.ParentId is not null && chosen.Contains(term.ParentId)))
        {
            post.Fail("TermContentItemIds", "« {0} » : choisissez une réponse plus précise.");
        }

        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items)
    {
        var terms = Chosen(value).Select(taxonomies.FindTerm).OfType<Term>().ToList();
        return terms.Count == 0 ? FieldShown.Nothing : FieldShown.Plain(
            string.Join(", ", terms.Select(term => words[term.Name].Value)),
            new JsonArray([.. terms.Select(term => new JsonObject { ["id"] = term.Id, ["name"] = term.Name })]));
    }

    private static List<string> Chosen(JsonObject value) => (value["TermContentItemIds"] as JsonArray)?.Select(id => id?.ToString()).OfType<string>().ToList() ?? [];
}
