using System.Text.Json.Nodes;

namespace EssConsult.Content.Items;

/// <summary>A list of embedded items that a type's part holds.</summary>
/// <param name="Name">The part's name in the item, e.g. <c>Phases</c>.</param>
/// <param name="Label">French.</param>
/// <param name="Types">Names of the types that it may hold.</param>
/// <param name="Nests">Whether its items may hold items of the same kind (terms, submenus).</param>
internal sealed record EmbeddedList(string Name, string Label, IReadOnlyList<string> Types, bool Nests)
{
    public required Func<JsonObject, bool, JsonArray?> Find { get; init; }

    /// <summary>The children of one of its items.</summary>
    public Func<JsonObject, bool, JsonArray?> FindChildren { get; init; } = (_, _) => null;
}

/// <summary>Which embedded lists an item has, by the parts of its type.</summary>
internal sealed class EmbeddedLists(IContentDefinitions definitions)
{
    public IReadOnlyList<EmbeddedList> Of(string contentType, JsonObject content) =>
        [.. (definitions.FindType(contentType)?.Parts ?? []).Select(part => Read(part, content)).OfType<EmbeddedList>()];

    private EmbeddedList? Read(TypePartDefinition part, JsonObject content) => part.PartName switch
    {
        "BagPart" => new EmbeddedList(part.Name, Label(part, "Éléments"), Allowed(part, "BagPartSettings"), Nests: false) { Find = In(part.Name, "ContentItems") },
        "FlowPart" => new EmbeddedList(part.Name, Label(part, "Blocs de la page"), Allowed(part, "FlowPartSettings", "Widget"), Nests: false) { Find = In(part.Name, "Widgets") },
        "MenuItemsListPart" => new EmbeddedList(part.Name, Label(part, "Liens du menu"), OfStereotype("MenuItem"), Nests: true)
        {
            Find = In("MenuItemsListPart", "MenuItems"), FindChildren = In("MenuItemsListPart", "MenuItems"),
        },
        "TaxonomyPart" => new EmbeddedList(part.Name, Label(part, "Thèmes"), TermTypes(content), Nests: true) { Find = In("TaxonomyPart", "Terms"), FindChildren = AtRoot("Terms") },
        _ => null,
    };

    private static string Label(TypePartDefinition part, string otherwise) => part.DisplayName == part.PartName ? otherwise : part.DisplayName;

    private IReadOnlyList<string> Allowed(TypePartDefinition part, string settings, string? otherwise = null)
    {
        var own = part.Settings[settings] as JsonObject;
        var types = Texts(own?["ContainedContentTypes"]).Concat(Texts(own?["ContainedStereotypes"]).SelectMany(OfStereotype)).Distinct().ToList();
        return types.Count > 0 || otherwise is null ? types : OfStereotype(otherwise);
    }

    private IReadOnlyList<string> OfStereotype(string stereotype) => [.. definitions.Types.Where(type => type.Options.Stereotype == stereotype).Select(type => type.Name)];

    private static IReadOnlyList<string> TermTypes(JsonObject content) => content["TaxonomyPart"]?["TermContentType"]?.ToString() is { Length: > 0 } type ? [type] : [];

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray)?.Select(text => text?.ToString()).OfType<string>() ?? [];

    private static Func<JsonObject, bool, JsonArray?> In(string part, string member) => (holder, create) =>
    {
        if (create && holder[part] is not JsonObject)
        {
            holder[part] = new JsonObject();
        }

        return AtRoot(member)((holder[part] as JsonObject) ?? [], create);
    };

    private static Func<JsonObject, bool, JsonArray?> AtRoot(string member) => (holder, create) =>
    {
        if (create && holder[member] is not JsonArray)
        {
            holder[member] = new JsonArray();
        }

        return holder[member] as JsonArray;
    };
}
