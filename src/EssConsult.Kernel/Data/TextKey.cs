using System.Globalization;
using System.Text;

namespace EssConsult.Kernel.Data;

/// <summary>One spelling for what people write in many: without accents, capitals and punctuation.</summary>
public static class TextKey
{
    /// <summary>« L’Épicerie  du Cœur » gives <c>l epicerie du coeur</c>.</summary>
    public static string Of(string? text)
    {
        var key = new StringBuilder(text?.Length ?? 0);
        foreach (var sign in (text ?? string.Empty).Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (sign is 'œ' or 'Œ' or 'æ' or 'Æ' or 'ß')
            {
                key.Append(sign switch { 'œ' or 'Œ' => "oe", 'ß' => "ss", _ => "ae" });
            }
            else if (char.IsLetterOrDigit(sign))
            {
                key.Append(char.ToLowerInvariant(sign));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }
}
