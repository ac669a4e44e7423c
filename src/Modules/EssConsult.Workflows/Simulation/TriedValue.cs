using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Simulation;

/// <summary>What an expression gave, to be read by people.</summary>
/// <param name="Text">As text, or JSON on several lines; cut where it is long.</param>
/// <param name="Kind">What it is, in French; a key of the translations.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Line">Where, from 1 on; null when that cannot be said.</param>
internal sealed record TriedValue(string Text, string Kind, string? Error, int? Line)
{
    private const int Longest = 2_000;
    private static readonly JsonSerializerOptions Readable = new(ActivityJson.Written) { WriteIndented = true };

    public static TriedValue Of(JsonNode? value) => value switch
    {
        null => new TriedValue(string.Empty, "Rien", null, null),
        JsonArray => new TriedValue(Short(value.ToJsonString(Readable)), "Une liste", null, null),
        JsonObject => new TriedValue(Short(value.ToJsonString(Readable)), "Un objet", null, null),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => new TriedValue(Short(value.GetValue<string>()), "Un texte", null, null),
            JsonValueKind.Number => new TriedValue(value.ToJsonString(), "Un nombre", null, null),
            JsonValueKind.True => new TriedValue(string.Empty, "Vrai", null, null),
            JsonValueKind.False => new TriedValue(string.Empty, "Faux", null, null),
            _ => new TriedValue(string.Empty, "Rien", null, null),
        },
    };

    public static TriedValue Failed(string sentence, int? line) => new(string.Empty, "Erreur", sentence, line);

    private static string Short(string text) => text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
}
