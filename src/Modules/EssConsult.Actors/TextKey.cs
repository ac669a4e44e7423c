using System.Globalization;
using System.Text;

namespace EssConsult.Actors;

/// <summary>One spelling for what people write in many: without accents, capitals and punctuation.</summary>
internal static class TextKey
{
    private const int SlugLength = 80;

    /// <summary>« L’Épicerie  du Cœur » gives <c>l epicerie du coeur</c>.</summary>
    public static string Of(string? text)
    {
        var key = new StringBuilder();
        foreach (var sign in (text ?? string.Empty).Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var plain = sign switch { 'œ' or 'Œ' => "oe", 'æ' or 'Æ' => "ae", 'ß' => "ss", _ => char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign).ToString() : " " };
            if (plain != " " || (key.Length > 0 && key[^1] != ' '))
            {
                key.Append(plain);
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>The part of an address: ASCII letters, digits and dashes; <c>structure</c> when nothing is left.</summary>
    public static string Slug(string text)
    {
        var slug = string.Concat(Of(text).Select(sign => sign == ' ' ? '-' : sign).Where(sign => sign == '-' || char.IsAsciiLetterOrDigit(sign)));
        slug = slug.Length > SlugLength ? slug[..SlugLength] : slug;
        return slug.Trim('-') is { Length: > 0 } kept ? kept : "structure";
    }
}
