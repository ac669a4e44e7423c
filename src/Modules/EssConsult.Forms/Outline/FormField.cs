using System.Text.Json.Nodes;

namespace EssConsult.Forms.Outline;

internal enum FieldKind
{
    Text,
    Email,
    Url,
    Number,
    Date,
    Time,
    DateTime,

    /// <summary>One box: yes or nothing.</summary>
    Checkbox,

    /// <summary>One of the buttons that share a name.</summary>
    Radio,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options.</summary>
    Choices,
    File,

    /// <summary>Goes along with the form and is never kept.</summary>
    Secret,
    Hidden,
}

internal sealed record FieldOption(string Text, string Value);

/// <summary>One question of a form, as its elements' JSON states it (§6.10 of the formats).</summary>
internal sealed record FormField
{
    public const int LongestText = 20_000;

    /// <summary>Of the input, of the column, of the answer.</summary>
    public required string Name { get; init; }

    /// <summary>Of the element in the page.</summary>
    public required string Id { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>Of the HTML input; <c>textarea</c> and <c>select</c> for those.</summary>
    public required string Type { get; init; }

    /// <summary>What a person reads; never empty.</summary>
    public required string Label { get; init; }

    /// <summary>The element draws no label of its own: a <c>Label</c> element does.</summary>
    public bool IsLabelledApart { get; init; }

    public bool IsLabelHidden { get; init; }

    public required FieldRules Rules { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public string? DefaultValue { get; init; }

    public string? Placeholder { get; init; }

    public int Rows { get; init; } = 5;

    /// <summary>Options are all shown, not in a list that opens.</summary>
    public bool IsOpen { get; init; }

    public VisibilityRules? Visibility { get; init; }

    /// <param name="element">An <c>Input</c>, <c>TextArea</c> or <c>Select</c>.</param>
    /// <param name="labels">What <c>Label</c> elements say, by the id that they are for.</param>
    /// <returns>Null for an element that asks nothing, or has no name.</returns>
    public static FormField? Read(JsonObject element, IReadOnlyDictionary<string, string> labels)
    {
        if (Text(element, "FormInputElementPart", "Name") is not { } name || KindOf(element) is not { Type.Length: > 0 } kindOf)
        {
            return null;
        }

        var (kind, type, part) = kindOf;
        var id = Text(element, "FormElementPart", "Id") ?? IdOf(name, kind, element);
        var (own, option) = (Text(element, "FormElementLabelPart", "Label"), Text(element, "FormElementLabelPart", "Option"));
        var apart = labels.GetValueOrDefault(id);
        return new FormField
        {
            Name = name, Id = id, Kind = kind, Type = type,
            Label = own ?? apart ?? Text(element, part, "Placeholder") ?? name,
            IsLabelledApart = apart is not null && (own is null || option is null or "None" or "0"),
            IsLabelHidden = option is "ScreenReaders" or "2" || (own is null && apart is null),
            Rules = FieldRules.Read(element["EssFieldPart"] as JsonObject ?? []),
            Options = ReadOptions(element[part]?["Options"] as JsonArray, kind, Text(element, part, "DefaultValue")),
            DefaultValue = Text(element, part, "DefaultValue"), Placeholder = Text(element, part, "Placeholder"),
            Rows = int.TryParse(Text(element, part, "Rows"), out var rows) && rows is > 0 and <= 40 ? rows : 5,
            IsOpen = Text(element, part, "Editor") is "Radio" or "Checkbox" or "1" or "2",
            Visibility = VisibilityRules.Read(element["FormInputElementVisibilityPart"] as JsonObject),
        };
    }

    private static (FieldKind Kind, string Type, string Part) KindOf(JsonObject element)
    {
        if (element["TextAreaPart"] is JsonObject)
        {
            return (FieldKind.Text, "textarea", "TextAreaPart");
        }

        if (element["SelectPart"] is JsonObject)
        {
            return (Text(element, "SelectPart", "Editor") is "Checkbox" or "1" ? FieldKind.Choices : FieldKind.Choice, "select", "SelectPart");
        }

        var type = element["InputPart"] is JsonObject || element["ContentType"]?.ToString() == "Input" ? Text(element, "InputPart", "Type")?.ToLowerInvariant() ?? "text" : string.Empty;
        return type switch
        {
            "submit" or "button" or "reset" or "image" => (FieldKind.Text, string.Empty, "InputPart"),
            "email" => (FieldKind.Email, type, "InputPart"),
            "url" => (FieldKind.Url, type, "InputPart"),
            "number" or "range" => (FieldKind.Number, type, "InputPart"),
            "date" => (FieldKind.Date, type, "InputPart"),
            "time" => (FieldKind.Time, type, "InputPart"),
            "datetime" or "datetime-local" => (FieldKind.DateTime, "datetime-local", "InputPart"),
            "checkbox" => (FieldKind.Checkbox, type, "InputPart"),
            "radio" => (FieldKind.Radio, type, "InputPart"),
            "file" => (FieldKind.File, type, "InputPart"),
            "password" => (FieldKind.Secret, type, "InputPart"),
            "hidden" => (FieldKind.Hidden, type, "InputPart"),
            "text" or "tel" or "search" or "color" or "month" or "week" or "" => (FieldKind.Text, type, "InputPart"),
            _ => (FieldKind.Text, "text", "InputPart"),
        };
    }

    private static IReadOnlyList<FieldOption> ReadOptions(JsonArray? options, FieldKind kind, string? value) => kind switch
    {
        FieldKind.Radio => [new FieldOption(string.Empty, value ?? "on")],
        FieldKind.Choice or FieldKind.Choices => [.. (options ?? []).OfType<JsonObject>()
            .Select(option => (Text: option["Text"]?.ToString() ?? string.Empty, Value: option["Value"]?.ToString()))
            .Select(option => new FieldOption(option.Text.Length > 0 ? option.Text : option.Value ?? string.Empty, option.Value ?? option.Text))],
        _ => [],
    };

    private static string IdOf(string name, FieldKind kind, JsonObject element) =>
        "champ-" + Letters(kind == FieldKind.Radio ? $"{name}-{Text(element, "InputPart", "DefaultValue")}" : name);

    private static string Letters(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));

    private static string? Text(JsonObject element, string part, string member) => (element[part] as JsonObject)?[member]?.ToString() is { Length: > 0 } text ? text : null;
}
