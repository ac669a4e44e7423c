namespace EssConsult.Content.Taxonomies;

/// <summary>A published item carries a term in one of its fields.</summary>
internal sealed class TermUse
{
    public required string TermContentItemId { get; init; }

    public required string ContentItemId { get; init; }
}
