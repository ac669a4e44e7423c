using System.Text.RegularExpressions;

namespace EssConsult.Actors.Identifiers;

/// <summary>
/// The number of an association in the national register: W, the prefecture (two signs: 44 reads W44, Corsica W2A), then digits.
/// It bears no check digit.
/// </summary>
internal static partial class Rna
{
    /// <summary>The number in capitals without spaces; null when the text is not one.</summary>
    public static string? Read(string? text)
    {
        var kept = string.Concat((text ?? string.Empty).Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        return Shape().IsMatch(kept) ? kept : null;
    }

    [GeneratedRegex("^W[0-9][0-9A-Z][0-9]{7}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
