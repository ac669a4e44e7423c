namespace EssConsult.Actors.Features;

/// <summary>One line or box of <see cref="ActorForm"/> on screen, with its error at its side.</summary>
internal sealed record TextField(string Name, string Label, string? Value)
{
    public string Type { get; init; } = "text";

    public bool Required { get; init; }

    public int MaxLength { get; init; } = 200;

    public string? InputMode { get; init; }

    public bool Short { get; init; }

    /// <summary>Lines of a text area; 0 is an input.</summary>
    public int Rows { get; init; }

    public string? Hint { get; init; }

    /// <summary>The key of the model state.</summary>
    public string Key => "Form." + Name;

    public string Id => "Form_" + Name;
}
