using System.Globalization;
using System.Text.RegularExpressions;
using EssConsult.Forms.Outline;
using Microsoft.Extensions.Localization;

namespace EssConsult.Forms.Answers;

/// <summary>What is wrong with one answer, in one sentence.</summary>
internal static class FieldSentence
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    /// <param name="field">The question.</param>
    /// <param name="values">The answer; empty for none.</param>
    /// <param name="isAsked">Whether an earlier answer leaves the question shown.</param>
    /// <param name="words">The sentences in the reader's language.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public static string? Of(FormField field, IReadOnlyList<string> values, bool isAsked, IStringLocalizer words)
    {
        if (values.Count == 0)
        {
            return !isAsked || !field.Rules.Required ? null : field.Kind switch
            {
                FieldKind.Checkbox => words["Cochez « {0} ».", field.Label].Value,
                FieldKind.Choice or FieldKind.Radio => words["Choisissez une réponse : « {0} ».", field.Label].Value,
                FieldKind.Choices => words["Choisissez au moins une réponse : « {0} ».", field.Label].Value,
                _ => words["Remplissez « {0} ».", field.Label].Value,
            };
        }

        return field.Kind switch
        {
            FieldKind.Choice or FieldKind.Choices or FieldKind.Radio when !values.All(value => field.Options.Any(option => option.Value == value)) => words["« {0} » : cette réponse n’est pas proposée.", field.Label].Value,
            FieldKind.Choice or FieldKind.Choices or FieldKind.Radio or FieldKind.Checkbox => null,
            FieldKind.Number => OfNumber(field, values[0], words),
            FieldKind.Date => OfDate(field, values[0], words),
            _ => OfForm(field, values[0], words) ?? OfText(field, values[0], words),
        };
    }

    /// <summary>A number as French or English speakers write it.</summary>
    public static bool TryNumber(string? text, out decimal number) =>
        decimal.TryParse((text ?? string.Empty).Replace(',', '.').Replace("\u202f", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    public static bool TryDate(string? text, out DateOnly date) => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string? OfForm(FormField field, string value, IStringLocalizer words) => field.Kind switch
    {
        FieldKind.Email when EmailAddress.Clean(value) is null => words["« {0} » : écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.", field.Label].Value,
        FieldKind.Url when !Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") => words["« {0} » : écrivez une adresse complète, par exemple https://exemple.fr.", field.Label].Value,
        FieldKind.Time when !TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out _) => words["« {0} » : écrivez une heure, par exemple 14:30.", field.Label].Value,
        FieldKind.DateTime when !DateTime.TryParse(value, CultureInfo.InvariantCulture, out _) => words["« {0} » : écrivez une date et une heure, par exemple 2027-03-31T14:30.", field.Label].Value,
        _ => null,
    };

    private static string? OfText(FormField field, string value, IStringLocalizer words)
    {
        var (rules, longest) = (field.Rules, Math.Min(field.Rules.MaxLength ?? FormField.LongestText, FormField.LongestText));
        return value.Length > longest ? words["« {0} » : {1} caractères au plus.", field.Label, longest].Value
            : value.Length < rules.MinLength ? words["« {0} » : {1} caractères au moins.", field.Label, rules.MinLength].Value
            : rules.Pattern is { } pattern && !Matches(pattern, value) ? rules.PatternMessage ?? words["« {0} » n’a pas la forme attendue.", field.Label].Value
            : null;
    }

    private static string? OfNumber(FormField field, string value, IStringLocalizer words) =>
        !TryNumber(value, out var number) ? words["« {0} » : écrivez un nombre.", field.Label].Value
        : TryNumber(field.Rules.Minimum, out var least) && number < least ? words["« {0} » : {1} au moins.", field.Label, least].Value
        : TryNumber(field.Rules.Maximum, out var most) && number > most ? words["« {0} » : {1} au plus.", field.Label, most].Value
        : TryNumber(field.Rules.Step, out var step) && step > 0 && (number - least) % step != 0 ? words["« {0} » va de {1} en {1}.", field.Label, step].Value
        : null;

    private static string? OfDate(FormField field, string value, IStringLocalizer words) =>
        !TryDate(value, out var date) ? words["« {0} » : écrivez une date, par exemple 31/03/2027.", field.Label].Value
        : TryDate(field.Rules.Minimum, out var first) && date < first ? words["« {0} » : pas avant le {1}.", field.Label, first.ToString("d", CultureInfo.CurrentCulture)].Value
        : TryDate(field.Rules.Maximum, out var last) && date > last ? words["« {0} » : pas après le {1}.", field.Label, last.ToString("d", CultureInfo.CurrentCulture)].Value
        : null;

    /// <summary>A pattern that cannot be read, or takes too long, refuses nobody.</summary>
    private static bool Matches(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTime);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
