using System.Globalization;
using System.Text;

namespace EssConsult.Accounts;

internal static class FoldedName
{
    /// <summary>« Élodie » as « elodie ».</summary>
    public static string? Of(string? name) => name is null ? null : string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
