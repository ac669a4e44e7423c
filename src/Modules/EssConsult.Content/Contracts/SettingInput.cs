namespace EssConsult.Content.Contracts;

public enum FieldSettingKind
{
    Text,
    Number,
    Flag,

    /// <summary>One of <see cref="SettingInput.Choices"/>.</summary>
    Choice,

    /// <summary>A list, one entry a line.</summary>
    Lines,

    /// <summary>A list of <c>{name, value}</c>, one answer a line: « value | name », or the name alone.</summary>
    Options,

    /// <summary>Names of content types.</summary>
    Types,

    /// <summary>The id of a taxonomy.</summary>
    Taxonomy,
}

/// <summary>One setting of a field or part as an administrator sees it.</summary>
/// <param name="Path">Its place in the settings: <c>NumericFieldSettings.Minimum</c>.</param>
/// <param name="Label">French.</param>
/// <param name="Kind">How it is asked for.</param>
public sealed record SettingInput(string Path, string Label, FieldSettingKind Kind)
{
    public string? Hint { get; init; }

    /// <summary>What a missing flag means.</summary>
    public bool Default { get; init; }

    /// <summary>A number that is read as a whole one.</summary>
    public bool Whole { get; init; }

    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    public string Id => Path.Replace('.', '_');

    public string Holder => Path[..Path.IndexOf('.', StringComparison.Ordinal)];

    public string Key => Path[(Path.IndexOf('.', StringComparison.Ordinal) + 1)..];
}

/// <summary>A module's own settings of fields, beside those that their kind has.</summary>
public interface IFieldSettings
{
    /// <param name="type">Whose form asks for the field.</param>
    /// <param name="field">One of its fields.</param>
    IEnumerable<SettingInput> SettingsOf(ContentTypeDefinition type, FieldDefinition field);
}
