namespace EssConsult.Actors.Identifiers;

/// <summary>The number of an organisation in the SIRENE register: nine digits, the last one a check digit.</summary>
internal static class Siren
{
    public const int Length = 9;

    /// <summary>La Poste's establishments outgrew Luhn's key: theirs follow a rule of their own.</summary>
    public const string LaPoste = "356000000";

    /// <summary>The digits alone; null when the text is not a SIREN.</summary>
    public static string? Read(string? text) => Digits.Of(text, Length) is { } digits && Luhn.IsValid(digits) ? digits : null;
}

/// <summary>The number of an establishment: its organisation's SIREN, then five digits.</summary>
internal static class Siret
{
    public const int Length = 14;

    /// <summary>The digits alone; null when the text is not a SIRET.</summary>
    public static string? Read(string? text) => Digits.Of(text, Length) is { } digits && IsValid(digits) ? digits : null;

    // INSEE: for La Poste the plain sum of the digits is a multiple of five; its head office follows Luhn as everybody.
    private static bool IsValid(string digits) =>
        Luhn.IsValid(digits) || (digits.StartsWith(Siren.LaPoste, StringComparison.Ordinal) && digits.Sum(digit => digit - '0') % 5 == 0);
}

internal static class Digits
{
    /// <summary>The digits of a number as people type it, with spaces, dots or dashes; null when it is not of that length.</summary>
    public static string? Of(string? text, int length)
    {
        var kept = string.Concat((text ?? string.Empty).Where(sign => !char.IsWhiteSpace(sign) && sign is not ('.' or '-')));
        return kept.Length == length && kept.All(char.IsAsciiDigit) && kept.Any(digit => digit != '0') ? kept : null;
    }
}
