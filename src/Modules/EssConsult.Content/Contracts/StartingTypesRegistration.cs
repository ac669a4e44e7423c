using System.Text.Json.Nodes;

namespace EssConsult.Content.Contracts;

/// <summary>Writes down, in Orchard's records, the types that a module brings to a new site; administrators change them afterwards.</summary>
public static class StartingTypesRegistration
{
    /// <summary>Adds the types that the site does not know yet, staged: the caller saves.</summary>
    /// <returns>False when there is nothing to save.</returns>
    public static async Task<bool> BeginWithAsync(this IContentDefinitions definitions, IEnumerable<JsonObject> types, JsonArray parts, CancellationToken ct)
    {
        var missing = types.Where(type => definitions.FindType(type["Name"]!.ToString()) is null).ToArray<JsonNode?>();
        if (missing.Length > 0)
        {
            await definitions.MergeAsync(new JsonArray(missing), parts, replace: false, ct);
        }

        return missing.Length > 0;
    }

    public static JsonObject Type(string name, string displayName, string description, string? stereotype, params JsonObject[] parts)
    {
        var settings = stereotype is null
            ? new JsonObject { ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true, ["Description"] = description }
            : new JsonObject { ["Stereotype"] = stereotype, ["Description"] = description };
        return new JsonObject { ["Name"] = name, ["DisplayName"] = displayName, ["Settings"] = new JsonObject { ["ContentTypeSettings"] = settings }, ["ContentTypePartDefinitionRecords"] = new JsonArray([.. parts]) };
    }

    public static JsonObject Part(string name, int position, JsonObject? settings = null)
    {
        settings ??= [];
        settings["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}" };
        return new JsonObject { ["PartName"] = name, ["Name"] = name, ["Settings"] = settings };
    }

    public static JsonObject Bag(string name, string displayName, int position, string contained) => new()
    {
        ["PartName"] = "BagPart", ["Name"] = name,
        ["Settings"] = new JsonObject
        {
            ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}", ["DisplayName"] = displayName },
            ["BagPartSettings"] = new JsonObject { ["ContainedContentTypes"] = new JsonArray(contained), ["CollapseContainedItems"] = true },
        },
    };

    public static JsonObject PartOf(string name, params JsonObject[] fields) => new()
    {
        ["Name"] = name, ["Settings"] = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = false } }, ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. fields]),
    };

    public static JsonObject Field(string kind, string name, string displayName, int position, JsonObject settings) => new()
    {
        ["FieldName"] = kind, ["Name"] = name,
        ["Settings"] = new JsonObject { ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = displayName, ["Position"] = $"{position}" }, [kind + "Settings"] = settings },
    };
}
