using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Forms.Outline;

/// <summary>
/// <c>FormInputElementVisibilityPart</c> of Orchard 3: a question that an earlier answer shows or hides. Rules of a group hold together, one
/// group is enough. A question that is hidden asks nothing; without a script it is shown, and may stay empty.
/// </summary>
internal sealed record VisibilityRules(bool Hides, IReadOnlyList<IReadOnlyList<VisibilityRule>> Groups)
{
    public static VisibilityRules? Read(JsonObject? part)
    {
        var action = part?["Action"]?.ToString();
        IReadOnlyList<IReadOnlyList<VisibilityRule>> groups = [.. (part?["Groups"] as JsonArray ?? []).OfType<JsonObject>().Select(Group).Where(rules => rules.Count > 0)];
        return action is null or "None" or "0" || groups.Count == 0 ? null : new VisibilityRules(action is "Hide" or "2", groups);
    }

    /// <param name="answer">The posted answer of a question, by its name; several are joined by commas.</param>
    public bool IsShown(Func<string, string> answer) => Hides != Groups.Any(rules => rules.All(rule => rule.Holds(answer(rule.Field))));

    private static IReadOnlyList<VisibilityRule> Group(JsonObject group) => [.. (group["Rules"] as JsonArray ?? []).OfType<JsonObject>()
        .Where(rule => !string.IsNullOrEmpty(rule["Field"]?.ToString()))
        .Select(rule => new VisibilityRule(
            rule["Field"]!.ToString(), VisibilityRule.Named(rule["Operator"]?.ToString() ?? "Is"), [.. (rule["Values"] as JsonArray ?? []).Select(value => value?.ToString() ?? string.Empty)],
            string.Equals(rule["CaseSensitive"]?.ToString(), "true", StringComparison.OrdinalIgnoreCase)))];
}

internal sealed record VisibilityRule(string Field, string Operator, IReadOnlyList<string> Values, bool CaseSensitive)
{
    private static readonly string[] ByNumber = ["Is", "IsNot", "Empty", "NotEmpty", "Contains", "DoesNotContain", "StartsWith", "EndsWith", "GreaterThan", "LessThan"];

    /// <summary>Enums may be numbers (§0.1 of the formats).</summary>
    public static string Named(string text) => int.TryParse(text, out var number) && number >= 0 && number < ByNumber.Length ? ByNumber[number] : text;

    public bool Holds(string answer)
    {
        var how = CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Operator switch
        {
            "Is" => Values.Any(value => value.Equals(answer, how)),
            "IsNot" => !Values.Any(value => value.Equals(answer, how)),
            "Empty" => answer.Length == 0,
            "NotEmpty" => answer.Length > 0,
            "Contains" => Values.Any(value => answer.Contains(value, how)),
            "DoesNotContain" => !Values.Any(value => answer.Contains(value, how)),
            "StartsWith" => Values.Any(value => answer.StartsWith(value, how)),
            "EndsWith" => Values.Any(value => answer.EndsWith(value, how)),
            "GreaterThan" => Values.Any(value => Compare(answer, value) > 0),
            "LessThan" => Values.Any(value => Compare(answer, value) < 0),
            _ => false,
        };
    }

    /// <summary>Null when either is no number: such a rule does not hold.</summary>
    private static int? Compare(string answer, string value) =>
        decimal.TryParse(answer, NumberStyles.Float, CultureInfo.InvariantCulture, out var left) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : null;
}
