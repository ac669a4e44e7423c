using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Definitions;

/// <summary>Reads and merges Orchard's definition records (§2 of the formats), keeping what it does not know.</summary>
internal static class DefinitionRecords
{
    private const string TypeParts = "ContentTypePartDefinitionRecords";
    private const string PartFields = "ContentPartFieldDefinitionRecords";

    public static ContentTypeDefinition ReadType(JsonObject record, IReadOnlyDictionary<string, PartDefinition> parts)
    {
        var name = Name(record);
        var attached = Records(record, TypeParts)
            .Select(part => (Record: part, PartName: part["PartName"]?.ToString() ?? Name(part)))
            .Select(part => new TypePartDefinition(
                part.PartName,
                part.Record["Name"]?.ToString() ?? part.PartName,
                Settings(part.Record),
                parts.GetValueOrDefault(part.PartName) ?? new PartDefinition(part.PartName, [], [])))
            .OrderBy(part => Position(part.Settings["ContentTypePartSettings"]?["Position"]), PositionOrder.Instance);
        return new ContentTypeDefinition(name, record["DisplayName"]?.ToString() is { Length: > 0 } shown ? shown : name, Settings(record), [.. attached]);
    }

    public static PartDefinition ReadPart(JsonObject record) => new(
        Name(record),
        Settings(record),
        [.. Records(record, PartFields)
            .Select(field => new FieldDefinition(field["FieldName"]?.ToString() ?? "TextField", Name(field), Settings(field)))
            .OrderBy(field => Position(field.Settings["ContentPartFieldSettings"]?["Position"]), PositionOrder.Instance)]);

    /// <summary>Without a DisplayName the type's settings are left as they are: Orchard's rule.</summary>
    public static JsonObject MergeType(JsonObject? known, JsonObject record) =>
        Merge(known, record, TypeParts, settings: known is null || record["DisplayName"] is not null);

    public static JsonObject MergePart(JsonObject? known, JsonObject record) => Merge(known, record, PartFields, settings: true);

    private static JsonObject Merge(JsonObject? known, JsonObject record, string children, bool settings)
    {
        var merged = known is null ? new JsonObject { ["Name"] = Name(record) } : (JsonObject)known.DeepClone();
        foreach (var (key, value) in record.Where(pair => pair.Key != children && pair.Key != "Settings" && pair.Value is JsonValue))
        {
            merged[key] = value!.DeepClone();
        }

        if (settings)
        {
            merged["Settings"] = Unite(merged["Settings"] as JsonObject, record["Settings"] as JsonObject);
        }

        var list = merged[children] as JsonArray ?? [];
        foreach (var child in Records(record, children))
        {
            var name = (child["Name"] ?? child["PartName"])?.ToString();
            var same = list.OfType<JsonObject>().FirstOrDefault(kept => (kept["Name"] ?? kept["PartName"])?.ToString() == name);
            if (same is null)
            {
                list.Add(child.DeepClone());
            }
            else if (child["Settings"] is not null)
            {
                same["Settings"] = Unite(same["Settings"] as JsonObject, child["Settings"] as JsonObject);
            }
        }

        merged.Remove(children);
        merged[children] = list.DeepClone();
        return merged;
    }

    /// <summary>JSON merge in which arrays are united and null overwrites.</summary>
    private static JsonObject Unite(JsonObject? known, JsonObject? given)
    {
        var united = known is null ? [] : (JsonObject)known.DeepClone();
        foreach (var (key, value) in given ?? [])
        {
            united[key] = (united[key], value) switch
            {
                (JsonObject left, JsonObject right) => Unite(left, right),
                (JsonArray left, JsonArray right) => new JsonArray([.. left.Concat(right.Where(entry => !left.Any(kept => JsonNode.DeepEquals(kept, entry)))).Select(entry => entry?.DeepClone())]),
                _ => value?.DeepClone(),
            };
        }

        return united;
    }

    /// <exception cref="RuleException">The record of a type, a part or a field has none.</exception>
    private static string Name(JsonObject record) => record["Name"]?.ToString() is { Length: > 0 } name ? name : throw new RuleException("definition.name-missing", "Une définition n’a pas de nom.");

    private static IEnumerable<JsonObject> Records(JsonObject record, string key) => (record[key] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static JsonObject Settings(JsonObject record) => (JsonObject?)(record["Settings"] as JsonObject)?.DeepClone() ?? [];

    private static string Position(JsonNode? position) => position?.ToString() ?? string.Empty;
}

/// <summary>Dotted positions compare number by number: 2 before 10, 2 before 2.1; none comes first as 0.</summary>
internal sealed class PositionOrder : IComparer<string>
{
    public static readonly PositionOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Numbers(x), Numbers(y));
        for (var index = 0; index < Math.Max(left.Length, right.Length); index++)
        {
            var order = left.ElementAtOrDefault(index).CompareTo(right.ElementAtOrDefault(index));
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static double[] Numbers(string? position) => string.IsNullOrWhiteSpace(position) ? [0] :
    [
        .. position.Split('.').Select(number => number switch
        {
            "before" => double.MinValue,
            "after" => double.MaxValue,
            _ => double.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : 0,
        }),
    ];
}
