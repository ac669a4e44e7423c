using System.Collections.Concurrent;
using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Display;

/// <summary>
/// Orchard's template names for the parts and fields of an item (§5.3 of the formats), most particular first. Nearly no part has a
/// template of its own, and every item of every list asks: what was found is remembered until templates change.
/// </summary>
internal sealed class PartTemplates(ThemeTemplates templates)
{
    private volatile Known known = new(-1);

    /// <returns>The source that draws the part; null where it is drawn as we draw it.</returns>
    public string? OfPart(string type, TypePartDefinition part, string displayType)
    {
        // Every item of every list asks: what is known costs no closure.
        var (sources, key) = (Remembered().Sources, (type, part.Name, string.Empty, displayType));
        return sources.TryGetValue(key, out var source) ? source : sources[key] = templates.FindOwn(NamesOf(type, part, displayType));
    }

    public string? OfField(string type, TypePartDefinition part, FieldDefinition field, string displayType)
    {
        var (sources, key) = (Remembered().Sources, (type, part.Name, field.Name, displayType));
        return sources.TryGetValue(key, out var source) ? source : sources[key] = templates.FindOwn(NamesOf(type, part, field, displayType));
    }

    internal static IEnumerable<string> NamesOf(string type, TypePartDefinition part, string displayType)
    {
        if (Mode(part.Settings, "ContentTypePartSettings") is { } mode)
        {
            yield return $"{type}-{part.Name}-{part.PartName}-{mode}.Display";
            yield return $"{type}-{part.PartName}-{mode}.Display";
            yield return $"{part.PartName}-{mode}.Display";
        }

        foreach (var name in new[] { $"{type}-{part.Name}", $"{type}-{part.PartName}", part.PartName }.Distinct().SelectMany(name => Displayed(name, displayType)))
        {
            yield return name;
        }
    }

    internal static IEnumerable<string> NamesOf(string type, TypePartDefinition part, FieldDefinition field, string displayType)
    {
        if (Mode(field.Settings, "ContentPartFieldSettings") is { } mode)
        {
            yield return $"{type}-{part.Name}-{field.Name}-{field.FieldName}-{mode}.Display";
            yield return $"{part.PartName}-{field.Name}-{field.FieldName}-{mode}.Display";
            yield return $"{type}-{field.FieldName}-{mode}.Display";
            yield return $"{field.FieldName}-{mode}.Display";
        }

        foreach (var name in new[] { $"{type}-{part.Name}-{field.Name}", $"{part.PartName}-{field.Name}", $"{type}-{field.FieldName}", field.FieldName }.SelectMany(name => Displayed(name, displayType)))
        {
            yield return name;
        }
    }

    /// <summary>A template without a display type serves for all of them.</summary>
    private static IEnumerable<string> Displayed(string name, string displayType) => displayType.Length == 0 ? [name] : [name + displayType, name];

    private static string? Mode(System.Text.Json.Nodes.JsonObject settings, string holder) => settings[holder]?["DisplayMode"]?.ToString() is { Length: > 0 } mode ? mode : null;

    private Known Remembered()
    {
        var (current, version) = (known, templates.Version);
        return current.Version == version ? current : known = new Known(version);
    }

    private sealed class Known(long version)
    {
        public long Version => version;

        public ConcurrentDictionary<(string Type, string Part, string Field, string Display), string?> Sources { get; } = new();
    }
}
