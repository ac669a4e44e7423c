using System.Globalization;

namespace EssConsult.Registration.Door;

internal enum DoorAnswerKind
{
    Words,
    Number,

    /// <summary>Of the options.</summary>
    Choice,
}

/// <summary>What the door asks whoever comes in: short enough for one hand and a queue.</summary>
/// <param name="Key">« Part.Field ».</param>
/// <param name="Label">As its author wrote it.</param>
internal sealed record DoorQuestion(string Key, string Label, DoorAnswerKind Kind, IReadOnlyList<DoorOption> Options)
{
    public const int LongestAnswer = 200;

    /// <summary>What a reader sees of an answer.</summary>
    public string Show(string value) => Options.FirstOrDefault(option => option.Value == value)?.Label ?? value;

    /// <summary>As it is stored: empty takes an earlier answer back.</summary>
    /// <returns>Null for what is no answer to this question: an unknown option, a number that is none.</returns>
    public string? Clean(string? typed)
    {
        var value = TypedText.Line(typed, LongestAnswer);
        return Kind switch
        {
            _ when value.Length == 0 => value,
            DoorAnswerKind.Choice => Options.Any(option => option.Value == value) ? value : null,
            DoorAnswerKind.Number => decimal.TryParse(value.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            _ => value,
        };
    }
}

/// <param name="IsPhrase">The label is French of this module, to be translated; otherwise as its author wrote it.</param>
internal sealed record DoorOption(string Value, string Label, bool IsPhrase = false);

/// <summary>Reads the questions of an event's door: the fields of a content type that one can answer standing.</summary>
internal sealed class DoorQuestions(IContentDefinitions definitions)
{
    private const string Yes = "true", No = "false";

    public IReadOnlyList<DoorQuestion> Of(EventRow row) => row.DoorQuestionsType is { } type && definitions.FindType(type) is { } known ? [.. known.Fields.Select(Read).OfType<DoorQuestion>()] : [];

    private static DoorQuestion? Read(FieldDefinition field) => field switch
    {
        { FieldName: "BooleanField" } => Of(field, DoorAnswerKind.Choice, new(Yes, "oui", IsPhrase: true), new(No, "non", IsPhrase: true)),
        { FieldName: "NumericField" } => Of(field, DoorAnswerKind.Number),
        { FieldName: "TextField" } when PredefinedOption.Of(field) is { Count: > 0 } options => Of(field, DoorAnswerKind.Choice, [.. options.Select(option => new DoorOption(option.Value, option.Name))]),
        { FieldName: "TextField" } => Of(field, DoorAnswerKind.Words),
        _ => null,
    };

    private static DoorQuestion Of(FieldDefinition field, DoorAnswerKind kind, params DoorOption[] options) => new($"{field.Part}.{field.Name}", field.DisplayName, kind, options);
}
