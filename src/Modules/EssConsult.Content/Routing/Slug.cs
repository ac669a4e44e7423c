using System.Globalization;
using System.Text;

namespace EssConsult.Content.Routing;

internal static class Slug
{
    /// <summary>Lower-case letters without accents and digits, joined by hyphens: « Où va l’ESS ? » gives <c>ou-va-l-ess</c>.</summary>
    public static string Of(string? text)
    {
        var slug = new StringBuilder();
        foreach (var letter in (text ?? string.Empty).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var found = slug.ToString().TrimEnd('-');
        return found.Length <= 100 ? found : found[..100].TrimEnd('-');
    }
}
