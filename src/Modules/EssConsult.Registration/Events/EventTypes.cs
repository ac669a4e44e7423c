using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using static EssConsult.Content.Contracts.StartingTypesRegistration;

namespace EssConsult.Registration.Events;

/// <summary>The types that a site starts with: a rendez-vous, a session of its agenda, a speaker, a set of questions. Administrators change them, or give the two parts to types of their own.</summary>
internal sealed class EventTypes(IContentDefinitions definitions, SiteDb db) : IAtStart
{
    // After the definitions are read and before a first run's recipe speaks of these types.
    public int Order => -98;

    public async Task StartAsync(CancellationToken ct)
    {
        if (await definitions.BeginWithAsync(All(), Parts(), ct))
        {
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
}
