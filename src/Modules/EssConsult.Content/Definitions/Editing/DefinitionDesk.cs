using System.Text.Json.Nodes;

namespace EssConsult.Content.Definitions.Editing;

/// <summary>A type's record and the record of the part that bears its name, which holds its own fields.</summary>
internal sealed record TypeRecords(JsonObject Type, JsonObject Part)
{
    public string Name => Type["Name"]!.ToString();
}

/// <summary>Opens and stores the records of a type; every change is an act of the journal.</summary>
internal sealed class DefinitionDesk(IContentDefinitions definitions, SiteDb db, CurrentPerson person)
{
    public async Task<TypeRecords?> OpenAsync(string name, CancellationToken ct)
    {
        var (types, parts) = await definitions.ExportAsync(ct);
        if (Find(types, name) is not { } type)
        {
            return null;
        }

        var part = Find(parts, name) ?? new JsonObject { ["Name"] = name, ["Settings"] = new JsonObject(), [DefinitionEdits.PartFields] = new JsonArray() };
        return new TypeRecords((JsonObject)type.DeepClone(), (JsonObject)part.DeepClone());
    }

    /// <summary>Stores both records as they are: what was taken out of them goes.</summary>
    public async Task SaveAsync(TypeRecords records, string act, CancellationToken ct)
    {
        if (DefinitionEdits.Children(records.Part, DefinitionEdits.PartFields).Count > 0 && DefinitionEdits.Find(records.Type, DefinitionEdits.TypeParts, records.Name) is null)
        {
            DefinitionEdits.AttachPart(records.Type, records.Name, records.Name, label: null);
        }

        await definitions.MergeAsync(new JsonArray(records.Type.DeepClone()), new JsonArray(records.Part.DeepClone()), replace: true, ct);
        db.Audit(new AuditEntry("definition." + act, records.Name, person.RequiredId));
        await db.SaveChangesAsync(ct);
    }

    private static JsonObject? Find(JsonArray records, string name) => records.OfType<JsonObject>().FirstOrDefault(record => record["Name"]?.ToString() == name);
}
