using System.Text.Json.Nodes;
using static EssConsult.Content.Contracts.StartingTypesRegistration;

namespace EssConsult.Registration.Room;

/// <summary>The type of minutes that a site starts with; administrators may change it.</summary>
internal sealed class MinutesType(IContentDefinitions definitions, SiteDb db) : IAtStart
{
    public const string Name = "EventMinutes";

    // After the definitions are read and before a first run's recipe speaks of these types.
    public int Order => -98;

    public async Task StartAsync(CancellationToken ct)
    {
        if (await definitions.BeginWithAsync([Definition()], [], ct))
        {
            await db.SaveChangesAsync(ct);
        }
    }

    private static JsonObject Definition() => new()
    {
        ["Name"] = Name, ["DisplayName"] = "Compte rendu",
        ["Settings"] = new JsonObject
        {
            ["ContentTypeSettings"] = new JsonObject { ["Creatable"] = false, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true, ["Description"] = "Ce qui s’est dit et décidé à un rendez-vous ; on le commence depuis la page de ses inscriptions." },
        },
        ["ContentTypePartDefinitionRecords"] = new JsonArray(
            Part("TitlePart", 0, new JsonObject { ["TitlePartSettings"] = new JsonObject { ["Options"] = "EditableRequired", ["RenderTitle"] = true } }),
            Part("AutoroutePart", 1, new JsonObject { ["AutoroutePartSettings"] = new JsonObject { ["AllowCustomPath"] = true, ["AllowUpdatePath"] = true, ["Pattern"] = "comptes-rendus/{{ Model.ContentItem.DisplayText | slugify }}" } }),
            Part(nameof(MinutesPart), 2),
            Part("MarkdownBodyPart", 3, new JsonObject { ["MarkdownBodyPartSettings"] = new JsonObject { ["SanitizeHtml"] = true } })),
    };
}
