using EssConsult.Registration.Events;

namespace EssConsult.Registration.Tables;

/// <param name="Key">As the form sends it: a reserved word, or « Part.Field » of a question.</param>
/// <param name="Label">French, a key of the translations, or a question as its author wrote it.</param>
/// <param name="Field">Null for what is no question.</param>
internal sealed record TraitChoice(string Key, string Label, FieldDefinition? Field = null);

/// <summary>What tables can be balanced by: structures, first-timers, and those questions of the event that are answered from a list.</summary>
internal sealed class TraitChoices(IContentDefinitions definitions)
{
    public const string Structure = "structure";
    public const string FirstTimer = "first-timer";

    public IReadOnlyList<TraitChoice> Of(EventRow row) =>
    [
        new(Structure, "Jamais deux personnes de la même structure à une table, si c’est possible"),
        new(FirstTimer, "Première participation"),
        .. (row.QuestionsType is { } type ? definitions.FindType(type)?.Fields : null)?.Where(IsListed).Select(field => new TraitChoice($"{field.Part}.{field.Name}", field.DisplayName, field)) ?? [],
    ];

    /// <summary>What somebody answered to a question of a list; null when they did not.</summary>
    public static string? ValueOf(ContentItem answers, FieldDefinition field) => field.FieldName == "TaxonomyField"
        ? answers.FieldTerm(field.Part, field.Name)
        : answers.FieldText(field.Part, field.Name, "Text") is { Length: > 0 } text ? text : null;

    private static bool IsListed(FieldDefinition field) => field.FieldName == "TaxonomyField"
        ? !string.Equals(field.Settings["TaxonomyFieldSettings"]?["Unique"]?.ToString(), "false", StringComparison.OrdinalIgnoreCase)
        : PredefinedOption.Of(field).Count > 1;
}
