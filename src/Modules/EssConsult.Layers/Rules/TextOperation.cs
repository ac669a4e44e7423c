using System.Text.Json.Nodes;

namespace EssConsult.Layers.Rules;

internal enum TextMatch
{
    Equals,
    StartsWith,
    EndsWith,
    Contains,
}

/// <summary>Orchard's <c>StringEqualsOperator</c> and its seven sisters.</summary>
internal sealed record TextOperation(TextMatch Match, bool IsNegated, bool IsCaseSensitive)
{
    public static readonly IReadOnlyList<TextOperation> All = [.. new[] { false, true }.SelectMany(negated => Enum.GetValues<TextMatch>().Select(match => new TextOperation(match, negated, false)))];

    /// <summary>The class, as the last part of <c>$type</c> says it.</summary>
    public string ClassName => $"String{(IsNegated ? "Not" : string.Empty)}{Match}Operator";

    public bool Holds(string text, string value)
    {
        var comparison = IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return IsNegated != Match switch
        {
            TextMatch.Equals => text.Equals(value, comparison),
            TextMatch.StartsWith => text.StartsWith(value, comparison),
            TextMatch.EndsWith => text.EndsWith(value, comparison),
            _ => text.Contains(value, comparison),
        };
    }

    /// <returns>Null when it is missing or nobody here knows it.</returns>
    public static TextOperation? Read(JsonObject? json) => json is not null && All.FirstOrDefault(known => known.ClassName == ConditionReader.ClassOf(json)) is { } found
        ? found with { IsCaseSensitive = ConditionReader.Flag(json, "CaseSensitive") }
        : null;

    public JsonObject Write() => new() { ["$type"] = ConditionReader.TypeOf(ClassName), ["CaseSensitive"] = IsCaseSensitive };
}
