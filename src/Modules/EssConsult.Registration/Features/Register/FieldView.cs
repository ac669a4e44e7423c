namespace EssConsult.Registration.Features.Register;

/// <summary>One line of text in a form; words are French and keys of the translations.</summary>
/// <param name="Error">A sentence already translated.</param>
internal sealed record FieldView(string Name, string Label, string? Value, string? Error)
{
    public string Kind { get; init; } = "text";

    public string? Autocomplete { get; init; }

    public string? Hint { get; init; }

    public bool IsOptional { get; init; }

    public string Id => Name.Replace('.', '_');
}
