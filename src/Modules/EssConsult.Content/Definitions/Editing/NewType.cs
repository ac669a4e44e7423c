using System.Text.Json.Nodes;

namespace EssConsult.Content.Definitions.Editing;

/// <summary>The record of a type that somebody has just named: a title, an address, a text, and room for fields.</summary>
internal static class NewType
{
    public static TypeRecords Of(string name, string label, string? description)
    {
        var type = new JsonObject
        {
            ["Name"] = name,
            ["DisplayName"] = label,
            ["Settings"] = new JsonObject
            {
                ["ContentTypeSettings"] = new JsonObject
                {
                    ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true, ["Description"] = description,
                },
                ["FullTextAspectSettings"] = new JsonObject { ["IncludeBodyAspect"] = true, ["IncludeDisplayText"] = true },
            },
            [DefinitionEdits.TypeParts] = new JsonArray(
                Part("TitlePart", 0, new JsonObject { ["Options"] = "EditableRequired", ["RenderTitle"] = true }),
                Part("AutoroutePart", 1, new JsonObject { ["AllowCustomPath"] = true, ["Pattern"] = "{{ Model.ContentItem.DisplayText | slugify }}" }),
                Part("MarkdownBodyPart", 2, new JsonObject { ["SanitizeHtml"] = true }),
                Part(name, 3, settings: null)),
        };
        return new TypeRecords(type, new JsonObject { ["Name"] = name, ["Settings"] = new JsonObject(), [DefinitionEdits.PartFields] = new JsonArray() });
    }

    private static JsonObject Part(string name, int position, JsonObject? settings)
    {
        var all = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}" } };
        if (settings is not null)
        {
            all[name + "Settings"] = settings;
        }

        return new JsonObject { ["PartName"] = name, ["Name"] = name, ["Settings"] = all };
    }
}
