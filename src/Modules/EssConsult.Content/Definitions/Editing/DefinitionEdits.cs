using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EssConsult.Content.Routing;

namespace EssConsult.Content.Definitions.Editing;

/// <summary>Changes to a type's or a part's record. What they do not name stays as it was.</summary>
internal static class DefinitionEdits
{
    public const string TypeParts = "ContentTypePartDefinitionRecords";
    public const string PartFields = "ContentPartFieldDefinitionRecords";

    /// <summary>« Budget estimé » becomes <c>BudgetEstime</c>; the name is in recipes, exports and addresses of the API, and never changes.</summary>
    public static string TechnicalName(string label)
    {
        var name = new StringBuilder();
        foreach (var word in Slug.Of(label).Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1));
        }

        return name.Length == 0 ? "Champ" : char.IsAsciiDigit(name[0]) ? $"N{name}" : name.ToString();
    }

    public static string FreeName(string wanted, IEnumerable<string> taken)
    {
        var used = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return used.Contains(wanted) ? Enumerable.Range(2, used.Count + 1).Select(number => $"{wanted}{number}").First(name => !used.Contains(name)) : wanted;
    }

    public static JsonArray Children(JsonObject record, string key)
    {
        if (record[key] is not JsonArray list)
        {
            record[key] = list = [];
        }

        return list;
    }

    public static JsonObject Settings(JsonObject record)
    {
        if (record["Settings"] is not JsonObject settings)
        {
            record["Settings"] = settings = [];
        }

        return settings;
    }

    public static JsonObject? Find(JsonObject record, string key, string name) => Children(record, key).OfType<JsonObject>().FirstOrDefault(child => NameOf(child) == name);

    public static string NameOf(JsonObject child) => (child["Name"] ?? child["PartName"])?.ToString() ?? string.Empty;

    public static string AddField(JsonObject part, string kind, string label, bool required)
    {
        var name = FreeName(TechnicalName(label), Children(part, PartFields).OfType<JsonObject>().Select(NameOf));
        Children(part, PartFields).Add(new JsonObject
        {
            ["FieldName"] = kind,
            ["Name"] = name,
            ["Settings"] = new JsonObject
            {
                ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = label },
                [kind + "Settings"] = new JsonObject { ["Required"] = required },
            },
        });
        Number(part, PartFields, "ContentPartFieldSettings");
        return name;
    }

    public static void AttachPart(JsonObject type, string partName, string name, string? label)
    {
        var settings = new JsonObject();
        if (!string.IsNullOrWhiteSpace(label))
        {
            settings["DisplayName"] = label;
        }

        Children(type, TypeParts).Add(new JsonObject { ["PartName"] = partName, ["Name"] = name, ["Settings"] = new JsonObject { ["ContentTypePartSettings"] = settings } });
        Number(type, TypeParts, "ContentTypePartSettings");
    }

    public static void Move(JsonObject record, string key, string settings, string name, int step)
    {
        Number(record, key, settings);
        var list = Children(record, key);
        var index = list.OfType<JsonObject>().ToList().FindIndex(child => NameOf(child) == name);
        if (index >= 0 && index + step >= 0 && index + step < list.Count)
        {
            var child = list[index];
            list.RemoveAt(index);
            list.Insert(index + step, child);
            Number(record, key, settings, sort: false);
        }
    }

    public static void Remove(JsonObject record, string key, string name)
    {
        if (Find(record, key, name) is { } child)
        {
            Children(record, key).Remove(child);
        }
    }

    /// <summary>Writes positions 0, 1, 2… in the order in which the children are shown.</summary>
    private static void Number(JsonObject record, string key, string settings, bool sort = true)
    {
        var list = Children(record, key);
        var shown = list.OfType<JsonObject>().ToList();
        if (sort)
        {
            // A child without a position, such as one just added, comes last.
            shown = [.. shown.OrderBy(child => Position(child, settings) is null).ThenBy(child => Position(child, settings) ?? string.Empty, PositionOrder.Instance)];
        }

        list.Clear();
        foreach (var (child, index) in shown.Select((child, index) => (child, index)))
        {
            if (Settings(child)[settings] is not JsonObject target)
            {
                Settings(child)[settings] = target = [];
            }

            target["Position"] = index.ToString(CultureInfo.InvariantCulture);
            list.Add(child);
        }
    }

    private static string? Position(JsonObject child, string settings) => child["Settings"]?[settings]?["Position"]?.ToString();
}
