using System.Globalization;
using System.Text.Json;

namespace EssConsult.Ledger;

/// <summary>Doubles as ECMAScript writes them (RFC 8785, §3.2.2.3; ECMA-262, Number::toString).</summary>
internal static class CanonicalNumber
{
    /// <exception cref="JsonException">Not finite: NaN, an infinity, or a text too great for a double.</exception>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new JsonException("A number that no finite double holds has no canonical form (RFC 8785, §3.2.2.3).");
        }

        // Also minus zero, whose sign ECMAScript drops.
        if (value == 0)
        {
            return "0";
        }

        var (digits, point) = Shortest(Math.Abs(value));
        return (value < 0 ? "-" : "") + Placed(digits, point);
    }

    /// <returns>The fewest digits that read back as the value, without zeros at either end, and the place of the point counted from the first of them.</returns>
    private static (string Digits, int Point) Shortest(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        // .NET writes two powers of two, 2^-25 and 2^-958, with a digit too few: they read back as their neighbours.
        var exact = double.Parse(shortest, CultureInfo.InvariantCulture).Equals(value) ? shortest : value.ToString("G17", CultureInfo.InvariantCulture);

        var written = exact.Split('E');
        var parts = written[0].Split('.');
        var exponent = written.Length > 1 ? int.Parse(written[1], CultureInfo.InvariantCulture) : 0;

        var all = string.Concat(parts);
        var digits = all.TrimStart('0');
        return (digits.TrimEnd('0'), parts[0].Length + exponent - (all.Length - digits.Length));
    }

    private static string Placed(string digits, int point) => point switch
    {
        > 21 or <= -6 => Scientific(digits, point - 1),
        <= 0 => "0." + new string('0', -point) + digits,
        _ when digits.Length <= point => digits.PadRight(point, '0'),
        _ => digits.Insert(point, "."),
    };

    private static string Scientific(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : digits.Insert(1, ".");
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
    }
}
