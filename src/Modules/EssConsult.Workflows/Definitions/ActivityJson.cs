using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Definitions;

/// <summary>Reads what an author set as Orchard does: numbers and truth values also from text (§0.1 of the formats).</summary>
internal static class ActivityJson
{
    /// <summary>Accents stay as they were typed: what is stored is never put into a page as it is.</summary>
    internal static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool Flag(this JsonObject json, string key, bool otherwise = false) => bool.TryParse(json.AnyText(key), out var flag) ? flag : otherwise;

    /// <summary>A choice by its name or its number.</summary>
    public static T Choice<T>(this JsonObject json, string key)
        where T : struct, Enum => Enum.TryParse<T>(json.AnyText(key), ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : default;

    /// <summary>The text of an expression, <c>{"Expression":"…"}</c>; null when it is missing or blank.</summary>
    public static string? Expression(this JsonObject json, string key) =>
        (json.Any(key) is JsonObject wrapped ? wrapped.AnyText("Expression") : json.AnyText(key)) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Whether a value counts as true in JavaScript and Liquid alike; the texts « false » and « » do not.</summary>
    public static bool IsTrue(this JsonNode? node) => node is not null && (node is not JsonValue value || value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined => false,
        JsonValueKind.Number => double.Parse(value.ToString(), CultureInfo.InvariantCulture) != 0,
        _ => value.ToString().Trim() is { Length: > 0 } text && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase),
    });
}
