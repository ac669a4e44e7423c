namespace EssConsult.Content.Fields.Text;

internal sealed record TextFieldSettings
{
    public string? DefaultValue { get; init; }

    public string? Placeholder { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }
}

/// <summary>The answers of a text field whose editor is a list.</summary>
internal sealed record PredefinedList
{
    public IReadOnlyList<PredefinedOption> Options { get; init; } = [];

    public string? Editor { get; init; }

    public string? DefaultValue { get; init; }

    /// <summary>Orchard writes the editor by name or number.</summary>
    public bool IsRadio => Editor is "Radio" or "0";

    public static PredefinedList? Of(FieldDefinition field) => field.Editor == "PredefinedList" ? field.Settings.Read<PredefinedList>("TextFieldPredefinedListEditorSettings") : null;
}
