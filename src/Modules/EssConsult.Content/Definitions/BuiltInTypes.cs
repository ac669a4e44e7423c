using System.Text.Json.Nodes;

namespace EssConsult.Content.Definitions;

/// <summary>The types that Orchard's modules bring and that recipes take for granted (§2.3 of the formats).</summary>
internal static class BuiltInTypes
{
    private const string Json = """
        [
          { "Name": "Menu", "DisplayName": "Menu", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true } },
            "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" }, "TitlePartSettings": { "Options": "EditableRequired" } } },
              { "PartName": "AliasPart", "Name": "AliasPart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } }, { "PartName": "MenuPart", "Name": "MenuPart", "Settings": { "ContentTypePartSettings": { "Position": "2" } } },
              { "PartName": "MenuItemsListPart", "Name": "MenuItemsListPart", "Settings": { "ContentTypePartSettings": { "Position": "3" } } }] },
          { "Name": "LinkMenuItem", "DisplayName": "Lien de menu", "Settings": { "ContentTypeSettings": { "Stereotype": "MenuItem" } },
            "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" }, "TitlePartSettings": { "Options": "EditableRequired" } } },
              { "PartName": "LinkMenuItemPart", "Name": "LinkMenuItemPart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } }] },
          { "Name": "ContentMenuItem", "DisplayName": "Lien de menu vers un contenu", "Settings": { "ContentTypeSettings": { "Stereotype": "MenuItem" } },
            "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" }, "TitlePartSettings": { "Options": "EditableRequired" } } },
              { "PartName": "ContentMenuItemPart", "Name": "ContentMenuItemPart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } }] },
          { "Name": "Taxonomy", "DisplayName": "Liste de thèmes", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true } },
            "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" }, "TitlePartSettings": { "Options": "EditableRequired" } } },
              { "PartName": "AliasPart", "Name": "AliasPart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } },
              { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "ContentTypePartSettings": { "Position": "2" }, "AutoroutePartSettings": { "AllowCustomPath": true, "AllowRouteContainedItems": true, "ManageContainedItemRoutes": true } } },
              { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": { "ContentTypePartSettings": { "Position": "3" } } }] }
        ]
        """;

    /// <summary>The records of those that the site does not have yet.</summary>
    public static JsonArray Missing(IContentDefinitions definitions) =>
        new([.. ((JsonArray)JsonNode.Parse(Json)!).Where(type => definitions.FindType(type!["Name"]!.ToString()) is null).Select(type => type!.DeepClone())]);
}
