namespace EssConsult.Actors.Identifiers;

/// <summary>The check digit of SIREN and SIRET (ISO/IEC 7812-1, annex B).</summary>
internal static class Luhn
{
    /// <param name="digits">ASCII digits only.</param>
    public static bool IsValid(string digits) => Sum(digits) % 10 == 0;

    private static int Sum(string digits)
    {
        var sum = 0;
        for (var fromRight = 0; fromRight < digits.Length; fromRight++)
        {
            var digit = digits[^(fromRight + 1)] - '0';
            var weighed = fromRight % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum;
    }
}
