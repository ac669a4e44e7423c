using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Contracts;

/// <summary>
/// One version of a content item, in Orchard's shape: well-known members, and the parts as open JSON whose key order and unknown
/// members survive every edit.
/// </summary>
public sealed record ContentItem
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Items.LenientBoolean(), new Items.LenientString() },
    };

    public required string ContentItemId { get; init; }

    public required string ContentItemVersionId { get; set; }

    public required string ContentType { get; init; }

    public string? DisplayText { get; set; }

    public bool Latest { get; set; }

    public bool Published { get; set; }

    public DateTime? CreatedUtc { get; set; }

    public DateTime? ModifiedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    /// <summary>The id of the person it belongs to.</summary>
    public string? Owner { get; set; }

    /// <summary>The displayed name of who wrote this version.</summary>
    public string? Author { get; set; }

    /// <summary>Parts and metadata objects by name, in their order.</summary>
    public JsonObject Content { get; init; } = [];

    /// <summary>What templates write for an item that they name: its title.</summary>
    public override string ToString() => string.IsNullOrWhiteSpace(DisplayText) ? $"{ContentType} ({ContentItemId})" : DisplayText;

    /// <summary>A typed view of a part; null when the item does not carry it.</summary>
    public T? Part<T>(string? name = null)
        where T : class => Content[name ?? typeof(T).Name] is JsonObject part ? part.Deserialize<T>(Json) : null;

    /// <summary>Writes a typed part over what is there: members that the type does not know stay.</summary>
    public void Put<T>(T part, string? name = null)
        where T : class
    {
        var target = Object(name ?? typeof(T).Name);
        foreach (var (key, value) in (JsonObject)JsonSerializer.SerializeToNode(part, Json)!)
        {
            target[key] = value?.DeepClone();
        }
    }

    /// <summary>The JSON of a field, created empty when it is missing: <c>Field("Contribution", "Sector")</c>.</summary>
    public JsonObject Field(string part, string field)
    {
        var target = Object(part);
        if (target[field] is not JsonObject value)
        {
            target[field] = value = [];
        }

        return value;
    }

    /// <summary>A text, number or truth value of a field; null when any step is missing.</summary>
    public string? FieldText(string part, string field, string member) => (Content[part] as JsonObject)?[field] is JsonObject value ? value[member]?.ToString() : null;

    /// <summary>The first term of a taxonomy field.</summary>
    public string? FieldTerm(string part, string field) =>
        (Content[part] as JsonObject)?[field]?["TermContentItemIds"] is JsonArray { Count: > 0 } terms ? terms[0]?.ToString() : null;

    private JsonObject Object(string name)
    {
        if (Content[name] is not JsonObject part)
        {
            Content[name] = part = [];
        }

        return part;
    }
}
