using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Fields.Numeric;

/// <summary>Numbers as people write them: « 1 250,50 », « 1250.5 », « 1.250,50 », « 1,250.50 ».</summary>
internal static class Decimals
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool TryRead(string text, out decimal number)
    {
        var digits = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not '€' and not '\''));
        var (comma, point) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        if (comma >= 0 && point >= 0)
        {
            // With both, the last one is the decimal sign and the other groups thousands.
            digits = digits.Replace(comma > point ? "." : ",", string.Empty, StringComparison.Ordinal);
        }

        return decimal.TryParse(digits.Replace(',', '.'), Plain, CultureInfo.InvariantCulture, out number);
    }

    public static decimal? Of(JsonNode? value) =>
        decimal.TryParse(value?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>In the reader's language, thousands grouped, no idle zeros; a year stays whole.</summary>
    public static string Show(decimal number) => number.ToString(
        number is >= 1000 and < 10_000 && number == decimal.Truncate(number) ? "0" : "#,0.############################", CultureInfo.CurrentCulture);
}
