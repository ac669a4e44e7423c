using System.Text.Json.Nodes;
using EssConsult.Prize.Entries;
using Microsoft.Extensions.DependencyInjection;
using static EssConsult.Content.Contracts.StartingTypesRegistration;

namespace EssConsult.Prize.Editions;

/// <summary>The types that a site starts with: an edition, a line of its grid, the questions of an entry.</summary>
internal sealed class PrizeTypes(IContentDefinitions definitions, SiteDb db) : IAtStart
{
    // After the definitions are read and before a first run's recipe speaks of these types.
    public int Order => -97;

    public async Task StartAsync(CancellationToken ct)
    {
        if (await definitions.BeginWithAsync(All(), Parts(), ct))
        {
            await db.SaveChangesAsync(ct);
        }
    }

    private static IEnumerable<JsonObject> All() =>
    [
        Type("PrizeEdition", "Édition d’un prix", "Un prix ou un appel à projets : calendrier, règlement, grille de notation.", stereotype: null,
            Part("TitlePart", 0, new() { ["TitlePartSettings"] = new JsonObject { ["Options"] = "EditableRequired", ["RenderTitle"] = true } }),
            Part("AutoroutePart", 1, new() { ["AutoroutePartSettings"] = new JsonObject { ["AllowCustomPath"] = true, ["AllowUpdatePath"] = true, ["Pattern"] = "prix/{{ Model.ContentItem.DisplayText | slugify }}" } }),
            Part(nameof(PrizePart), 2), Part("MarkdownBodyPart", 3, new() { ["MarkdownBodyPartSettings"] = new JsonObject { ["SanitizeHtml"] = true } }),
            Bag("Criteria", "Grille de notation", 4, "PrizeCriterion"), Part("PrizeEdition", 5)),
        Type("PrizeCriterion", "Critère de la grille", "Une ligne de la grille de notation.", "Widget", Part("TitlePart", 0), Part("PrizeCriterion", 1)),
        Type("PrizeEntry", "Questions d’un dossier", "Ses champs sont les questions d’un dossier ; d’autres types de cette sorte peuvent être créés.", PrizePartForm.Questions, Part("PrizeEntry", 0)),
    ];

    private static JsonArray Parts() =>
    [
        PartOf("PrizeEdition", Field("MediaField", "Rules", "Règlement", 0, new JsonObject { ["Multiple"] = true })),
        PartOf("PrizeCriterion",
            Field("TextField", "Help", "Ce qu’il regarde", 0, []), Field("NumericField", "Weight", "Poids", 1, new JsonObject { ["Minimum"] = 0, ["Scale"] = 2, ["DefaultValue"] = "1" }),
            Field("NumericField", "Lowest", "Note la plus basse", 2, new JsonObject { ["DefaultValue"] = "0" }), Field("NumericField", "Highest", "Note la plus haute", 3, new JsonObject { ["DefaultValue"] = "5" }),
            Field("BooleanField", "MustComment", "Commentaire obligatoire", 4, []), Field("BooleanField", "OutsideTotal", "Hors du total, pour information", 5, [])),
        PartOf("PrizeEntry",
            Public(Question("MarkdownField", "Project", "Le projet", 0, "Ce que vous faites, pour qui, depuis quand.", isRequired: true)), Question("MarkdownField", "Novelty", "En quoi il est nouveau", 1, "Ce qui n’existait pas avant, ici ou ailleurs.", isRequired: true),
            Public(Question("TextField", "Territory", "Où", 2, "Communes ou quartiers.", isRequired: true)), Question("MarkdownField", "Partners", "Avec qui", 3, "Partenaires, bénéficiaires associés.", isRequired: false),
            Question("NumericField", "Budget", "Budget annuel, en euros", 4, null, isRequired: false)),
    ];

    private static JsonObject Public(JsonObject question)
    {
        question["Settings"]![nameof(PrizeQuestionSettings)] = new JsonObject { [nameof(PrizeQuestionSettings.Public)] = true };
        return question;
    }

    private static JsonObject Question(string kind, string name, string label, int position, string? hint, bool isRequired)
    {
        var settings = new JsonObject { ["Required"] = isRequired };
        if (hint is not null)
        {
            settings["Hint"] = hint;
        }

        if (kind == "MarkdownField")
        {
            settings["SanitizeHtml"] = true;
        }

        return Field(kind, name, label, position, settings);
    }
}
