namespace EssConsult.Content.Definitions;

internal enum DefinitionKind
{
    Type,
    Part,
}

/// <summary>One type or part, as the record that Orchard writes.</summary>
internal sealed class DefinitionRow
{
    public DefinitionKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Json { get; set; }
}
