using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Forms.Definitions;

/// <summary>The types of Orchard's Forms module (§6.10 of the formats), each with what this site adds to it: parts that begin with <c>Ess</c>.</summary>
internal sealed class FormTypes(IContentDefinitions definitions, SiteDb db) : IAtStart
{
    private static readonly (string Name, string DisplayName, string[] Parts)[] All =
    [
        ("Form", "Formulaire", ["TitlePart", "FormElementPart", "FormPart", "FlowPart", "EssFormPart"]),
        ("Input", "Réponse courte", ["FormElementLabelPart", "FormInputElementPart", "InputPart", "EssFieldPart", "FormElementValidationPart", "FormElementPart"]),
        ("TextArea", "Réponse longue", ["FormElementLabelPart", "FormInputElementPart", "TextAreaPart", "EssFieldPart", "FormElementValidationPart", "FormElementPart"]),
        ("Select", "Choix dans une liste", ["FormElementLabelPart", "FormInputElementPart", "SelectPart", "EssFieldPart", "FormElementValidationPart", "FormElementPart"]),
        ("Button", "Bouton", ["FormInputElementPart", "ButtonPart", "FormElementPart"]),
        ("Label", "Libellé", ["TitlePart", "LabelPart", "FormElementPart"]),
        ("Validation", "Phrase d’erreur d’une réponse", ["ValidationPart"]),
        ("ValidationSummary", "Résumé des erreurs", ["ValidationSummaryPart"]),
        ("ReCaptcha", "ReCaptcha", ["ReCaptchaPart"]),
    ];

    // After the definitions are read and before a first run's recipe speaks of these types.
    public int Order => -98;

    public async Task StartAsync(CancellationToken ct)
    {
        var missing = All.Where(type => definitions.FindType(type.Name) is null).Select(type => Record(type.Name, type.DisplayName, type.Parts)).ToArray<JsonNode?>();
        if (missing.Length > 0)
        {
            await definitions.MergeAsync(new JsonArray(missing), [], replace: false, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    private static JsonObject Record(string name, string displayName, string[] parts) => new()
    {
        ["Name"] = name,
        ["DisplayName"] = displayName,
        ["Settings"] = new JsonObject { ["ContentTypeSettings"] = TypeSettings(name) },
        ["ContentTypePartDefinitionRecords"] = new JsonArray([.. parts.Select((part, index) => (JsonNode)new JsonObject
        {
            ["PartName"] = part, ["Name"] = part, ["Settings"] = PartSettings(part, index),
        })]),
    };

    private static JsonObject PartSettings(string part, int position)
    {
        var settings = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}" } };
        if (part == "FlowPart")
        {
            // A form offers its elements and no other form; an administrator may add to the list.
            settings["FlowPartSettings"] = new JsonObject { ["ContainedContentTypes"] = new JsonArray([.. All.Skip(1).Select(type => JsonValue.Create(type.Name))]) };
        }

        return settings;
    }

    /// <summary>A form may also stand alone, at an address of this module.</summary>
    private static JsonObject TypeSettings(string name) => name == "Form"
        ? new JsonObject { ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Stereotype"] = "Widget" }
        : new JsonObject { ["Stereotype"] = "Widget" };
}
