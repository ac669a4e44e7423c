using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Layers.Widgets;

/// <summary>
/// A place among others (§6.5 of the formats): dotted numbers part by part, nothing is 0, <c>before</c> and <c>after</c> stand around
/// all numbers. A JSON number is one part: 1.5 comes before 1.75, while the text "1.5" comes before "1.10".
/// </summary>
internal sealed record WidgetPosition(int Side, IReadOnlyList<double> Parts) : IComparable<WidgetPosition>
{
    public static readonly WidgetPosition Nothing = new(0, [0]);

    /// <summary>The number that it is; null for what is more than a number.</summary>
    public double? Number => this is { Side: 0, Parts: [var only] } ? only : null;

    public static WidgetPosition Read(JsonNode? node)
    {
        if (node is not JsonValue value || value.ToString().Trim() is not { Length: > 0 } text)
        {
            return Nothing;
        }

        return text.ToUpperInvariant() switch
        {
            "BEFORE" => new WidgetPosition(-1, []),
            "AFTER" => new WidgetPosition(1, []),
            _ when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => new WidgetPosition(0, [Part(text)]),
            _ => new WidgetPosition(0, [.. text.Split('.').Select(Part)]),
        };
    }

    public int CompareTo(WidgetPosition? other)
    {
        if (other is null || Side != other.Side)
        {
            return Side.CompareTo(other?.Side ?? 0);
        }

        for (var index = 0; index < Math.Max(Parts.Count, other.Parts.Count); index++)
        {
            if (Parts.ElementAtOrDefault(index).CompareTo(other.Parts.ElementAtOrDefault(index)) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    public bool Equals(WidgetPosition? other) => other is not null && CompareTo(other) == 0;

    public override int GetHashCode() => Side;

    private static double Part(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
