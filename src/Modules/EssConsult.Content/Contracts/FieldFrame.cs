namespace EssConsult.Content.Contracts;

/// <summary>What a page says around one field of a form.</summary>
public sealed record FieldFrame
{
    /// <summary>The page does not ask for it: what is there stays.</summary>
    public bool LeftOut { get; init; }

    /// <summary>A word above the field, as the reader sees it.</summary>
    public string? Tag { get; init; }

    /// <summary>When it is to be answered, in words: what readers have without a script.</summary>
    public string? Condition { get; init; }

    /// <summary>Name of the earlier input whose answer shows it, and the values that do; null when it is always shown.</summary>
    public string? ShownIf { get; init; }

    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Counted where scripts run, said in words otherwise; whoever reads the form checks it.</summary>
    public int? MostCharacters { get; init; }

    /// <summary>A partial of the page that asks for it instead, with its model; the page then reads it itself.</summary>
    public string? Partial { get; init; }

    public object? PartialModel { get; init; }
}
