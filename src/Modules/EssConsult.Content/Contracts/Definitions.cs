using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Contracts;

/// <summary>A type of page: the parts that it carries, in the order of their positions.</summary>
public sealed record ContentTypeDefinition(string Name, string DisplayName, JsonObject Settings, IReadOnlyList<TypePartDefinition> Parts)
{
    public ContentTypeSettings Options => Settings.Read<ContentTypeSettings>() ?? new ContentTypeSettings();

    public TypePartDefinition? FindPart(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>Every field of every part, with the part's name, in order.</summary>
    public IEnumerable<FieldDefinition> Fields => Parts.SelectMany(part => part.Definition.Fields.Select(found => found with { Part = part.Name }));
}

/// <summary>A part as one type carries it. <c>Name</c> differs from <c>PartName</c> for named parts (BagPart « Services »).</summary>
public sealed record TypePartDefinition(string PartName, string Name, JsonObject Settings, PartDefinition Definition)
{
    public string DisplayName => Settings["ContentTypePartSettings"]?["DisplayName"]?.ToString() ?? Definition.DisplayName;
}

public sealed record PartDefinition(string Name, JsonObject Settings, IReadOnlyList<FieldDefinition> Fields)
{
    public string DisplayName => Settings["ContentPartSettings"]?["DisplayName"]?.ToString() ?? Name;
}

public sealed record FieldDefinition(string FieldName, string Name, JsonObject Settings)
{
    /// <summary>The name of the part as the type carries it; the item's JSON is <c>Part.Name</c>.</summary>
    public string Part { get; init; } = string.Empty;

    public string DisplayName => Settings["ContentPartFieldSettings"]?["DisplayName"]?.ToString() is { Length: > 0 } name ? name : Name;

    public string? Editor => Settings["ContentPartFieldSettings"]?["Editor"]?.ToString();

    public string? Hint => Settings[FieldName + "Settings"]?["Hint"]?.ToString();

    public bool Required => string.Equals(Settings[FieldName + "Settings"]?["Required"]?.ToString(), "true", StringComparison.OrdinalIgnoreCase);

    public T Options<T>()
        where T : class, new() => Settings.Read<T>() ?? new T();
}

/// <summary>Missing means false, as in Orchard.</summary>
public sealed record ContentTypeSettings
{
    public bool Creatable { get; init; }

    public bool Listable { get; init; }

    public bool Draftable { get; init; }

    public bool Versionable { get; init; }

    public bool Securable { get; init; }

    public string? Stereotype { get; init; }

    public string? Description { get; init; }
}

public static class SettingsRegistration
{
    /// <summary>A typed view of one settings object, by the type's name; null when it is not there or cannot be read.</summary>
    public static T? Read<T>(this JsonObject settings, string? name = null)
        where T : class
    {
        try
        {
            return settings[name ?? typeof(T).Name] is JsonObject found ? found.Deserialize<T>(ContentItem.Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The definitions, read from memory.</summary>
public interface IContentDefinitions
{
    IReadOnlyList<ContentTypeDefinition> Types { get; }

    IReadOnlyList<PartDefinition> Parts { get; }

    ContentTypeDefinition? FindType(string name);

    PartDefinition? FindPart(string name);

    /// <summary>
    /// Merges Orchard's records (<c>ContentTypes[]</c>, <c>ContentParts[]</c>) into the stored definitions, in the caller's unit
    /// of work: arrays are united, unlisted parts and fields stay; <paramref name="replace"/> deletes the listed ones first.
    /// </summary>
    Task MergeAsync(JsonArray types, JsonArray parts, bool replace, CancellationToken ct);

    Task DeleteAsync(IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts, CancellationToken ct);

    /// <summary>The records as Orchard writes them, for export and for the editor.</summary>
    Task<(JsonArray Types, JsonArray Parts)> ExportAsync(CancellationToken ct);
}
