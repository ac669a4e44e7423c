using System.Text.Json.Nodes;

namespace EssConsult.Layers.Widgets;

/// <summary>The types whose stereotype is Widget: their items alone are placed by layers, as in Orchard.</summary>
internal sealed class WidgetTypes(IContentDefinitions definitions, SiteDb db)
{
    public const string Stereotype = "Widget";
    public const string Text = "TextWidget";

    public IReadOnlyList<ContentTypeDefinition> All => [.. definitions.Types.Where(type => type.Options.Stereotype == Stereotype)];

    /// <summary>From the database: the book of definitions may not have followed yet.</summary>
    public async Task<IReadOnlyList<string>> StoredNamesAsync(CancellationToken ct)
    {
        var (types, _) = await definitions.ExportAsync(ct);
        return [.. types.OfType<JsonObject>().Where(IsWidget).Select(type => type["Name"]!.ToString())];
    }

    /// <summary>A site that has no type of its own can place a text.</summary>
    public async Task AddTextAsync(CancellationToken ct)
    {
        if (definitions.FindType(Text) is not null)
        {
            return;
        }

        var parts = new JsonArray(Part("TitlePart", 0), Part("MarkdownBodyPart", 1));
        var type = new JsonObject
        {
            ["Name"] = Text, ["DisplayName"] = "Bloc de texte",
            ["Settings"] = new JsonObject { ["ContentTypeSettings"] = new JsonObject { ["Draftable"] = true, ["Versionable"] = true, ["Stereotype"] = Stereotype } },
            ["ContentTypePartDefinitionRecords"] = parts,
        };
        await definitions.MergeAsync([type], [], replace: false, ct);
        await db.SaveChangesAsync(ct);
    }

    private static JsonObject Part(string name, int position) => new()
    {
        ["PartName"] = name, ["Name"] = name, ["Settings"] = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}" } },
    };

    private static bool IsWidget(JsonObject type) => (type["Settings"] as JsonObject)?["ContentTypeSettings"] is JsonObject settings && settings.AnyText("Stereotype") == Stereotype;
}
