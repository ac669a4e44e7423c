using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Registration.Events;

/// <summary>The types that a site starts with: a rendez-vous, a session of its agenda, a speaker, a set of questions. Administrators change them, or give the two parts to types of their own.</summary>
internal sealed class EventTypes(IContentDefinitions definitions, SiteDb db) : IAtStart
{
    // After the definitions are read and before a first run's recipe speaks of these types.
    public int Order => -98;

    public async Task StartAsync(CancellationToken ct)
    {
        var missing = All().Where(type => definitions.FindType(type["Name"]!.ToString()) is null).ToArray<JsonNode?>();
        if (missing.Length > 0)
        {
            await definitions.MergeAsync(new JsonArray(missing), Parts(), replace: false, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    private static IEnumerable<JsonObject> All() =>
    [
        Type("Event", "Rendez-vous", "Une plénière, un atelier ou une rencontre, avec ses inscriptions.", stereotype: null,
            Part("TitlePart", 0, new() { ["TitlePartSettings"] = new JsonObject { ["Options"] = "EditableRequired", ["RenderTitle"] = true } }),
            Part("AutoroutePart", 1, new() { ["AutoroutePartSettings"] = new JsonObject { ["AllowCustomPath"] = true, ["AllowUpdatePath"] = true, ["Pattern"] = "rendez-vous/{{ Model.ContentItem.DisplayText | slugify }}" } }),
            Part(nameof(EventPart), 2), Part(nameof(RegistrationPart), 3), Part("MarkdownBodyPart", 4, new() { ["MarkdownBodyPartSettings"] = new JsonObject { ["SanitizeHtml"] = true } }),
            Bag("Agenda", "Programme", 5, "EventSession"), Bag("Speakers", "Intervenantes et intervenants", 6, "EventSpeaker"), Part("Event", 7)),
        Type("EventSession", "Séance du programme", "Un moment du programme, avec son heure.", "Widget", Part("TitlePart", 0), Part("EventSession", 1)),
        Type("EventSpeaker", "Intervenante ou intervenant", "Qui prend la parole.", "Widget", Part("TitlePart", 0), Part("EventSpeaker", 1)),
        Type("EventQuestions", "Questions d’inscription", "Ses champs sont posés à l’inscription ; d’autres types de cette sorte peuvent être créés.", RegistrationPartForm.Questions, Part("EventQuestions", 0)),
    ];

    private static JsonArray Parts() =>
    [
        PartOf("Event", Field("MediaField", "Documents", "Documents", 0, new JsonObject { ["Multiple"] = true })),
        PartOf("EventSession", Field("DateTimeField", "Starts", "Début", 0, new JsonObject { ["Hint"] = "Heure de Paris." }), Field("DateTimeField", "Ends", "Fin", 1, []), Field("TextField", "Room", "Salle", 2, []), Field("MarkdownField", "Summary", "De quoi il s’agit", 3, new JsonObject { ["SanitizeHtml"] = true })),
        PartOf("EventSpeaker", Field("TextField", "Role", "Fonction", 0, []), Field("MarkdownField", "Summary", "Présentation", 1, new JsonObject { ["SanitizeHtml"] = true })),
        PartOf("EventQuestions", Field("TextField", "Expectations", "Qu’attendez-vous de cette rencontre ?", 0, [])),
    ];

    private static JsonObject Type(string name, string displayName, string description, string? stereotype, params JsonObject[] parts)
    {
        var settings = stereotype is null
            ? new JsonObject { ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true, ["Description"] = description }
            : new JsonObject { ["Stereotype"] = stereotype, ["Description"] = description };
        return new JsonObject { ["Name"] = name, ["DisplayName"] = displayName, ["Settings"] = new JsonObject { ["ContentTypeSettings"] = settings }, ["ContentTypePartDefinitionRecords"] = new JsonArray([.. parts]) };
    }

    private static JsonObject Part(string name, int position, JsonObject? settings = null)
    {
        settings ??= [];
        settings["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}" };
        return new JsonObject { ["PartName"] = name, ["Name"] = name, ["Settings"] = settings };
    }

    private static JsonObject Bag(string name, string displayName, int position, string contained) => new()
    {
        ["PartName"] = "BagPart", ["Name"] = name,
        ["Settings"] = new JsonObject
        {
            ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}", ["DisplayName"] = displayName },
            ["BagPartSettings"] = new JsonObject { ["ContainedContentTypes"] = new JsonArray(contained), ["CollapseContainedItems"] = true },
        },
    };

    private static JsonObject PartOf(string name, params JsonObject[] fields) => new()
    {
        ["Name"] = name, ["Settings"] = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = false } }, ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. fields]),
    };

    private static JsonObject Field(string kind, string name, string displayName, int position, JsonObject settings) => new()
    {
        ["FieldName"] = kind, ["Name"] = name,
        ["Settings"] = new JsonObject { ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = displayName, ["Position"] = $"{position}" }, [kind + "Settings"] = settings },
    };
}
