using System.Globalization;

namespace EssConsult.Actors;

/// <summary>One spelling for a commune, so that the list counts it once.</summary>
internal static class CommuneName
{
    private static readonly HashSet<string> Small = ["sur", "sous", "de", "du", "des", "la", "le", "les", "en", "et", "aux", "d", "l"];

    /// <summary>« SAINT-SEBASTIEN-SUR-LOIRE » gives « Saint-Sebastien-sur-Loire »; what has lower-case letters stays as it is.</summary>
    public static string Tidy(string typed)
    {
        var spaced = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (spaced.Any(char.IsLower))
        {
            return spaced;
        }

        var french = CultureInfo.GetCultureInfo("fr-FR");
        var lower = spaced.ToLower(french);
        var start = 0;
        var tidy = new System.Text.StringBuilder();
        for (var index = 0; index <= lower.Length; index++)
        {
            if (index < lower.Length && char.IsLetterOrDigit(lower[index]))
            {
                continue;
            }

            var word = lower[start..index];
            tidy.Append(start > 0 && Small.Contains(word) ? word : french.TextInfo.ToTitleCase(word));
            if (index < lower.Length)
            {
                tidy.Append(lower[index]);
            }

            start = index + 1;
        }

        return tidy.ToString();
    }
}
