using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Forms.Outline;

/// <summary><c>EssFieldPart</c>: what an answer must be. What cannot be read counts as not set.</summary>
internal sealed record FieldRules
{
    private const int MostFiles = 10;

    public bool Required { get; init; }

    public string? Hint { get; init; }

    public string? Autocomplete { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>A number or an ISO date.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public string? Step { get; init; }

    /// <summary>A regular expression for the whole answer.</summary>
    public string? Pattern { get; init; }

    public string? PatternMessage { get; init; }

    /// <summary><c>images</c>, <c>documents</c>, or nothing for both.</summary>
    public string? Kinds { get; init; }

    public int? MaxMegabytes { get; init; }

    public int MaxFiles { get; init; } = 1;

    public static FieldRules Read(JsonObject part) => new()
    {
        Required = string.Equals(Text(part, "Required"), "true", StringComparison.OrdinalIgnoreCase),
        Hint = Text(part, "Hint"), Autocomplete = Text(part, "Autocomplete"),
        MinLength = Number(part, "MinLength"), MaxLength = Number(part, "MaxLength"),
        Minimum = Text(part, "Minimum"), Maximum = Text(part, "Maximum"), Step = Text(part, "Step"),
        Pattern = Text(part, "Pattern"), PatternMessage = Text(part, "PatternMessage"),
        Kinds = Text(part, "Kinds"), MaxMegabytes = Number(part, "MaxMegabytes"), MaxFiles = Math.Clamp(Number(part, "MaxFiles") ?? 1, 1, MostFiles),
    };

    private static string? Text(JsonObject part, string name) => part[name]?.ToString() is { Length: > 0 } text ? text : null;

    private static int? Number(JsonObject part, string name) => int.TryParse(Text(part, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
