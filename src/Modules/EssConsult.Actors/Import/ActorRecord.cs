namespace EssConsult.Actors.Import;

/// <summary>One structure of a file, read and checked.</summary>
/// <param name="Facts">What the row says; its name is empty when it has none.</param>
internal sealed record ActorRecord(int Line, ActorFacts Facts)
{
    public Guid? Id { get; init; }

    public string? ExternalKey { get; init; }

    /// <summary>The state that a new structure takes; null leaves it to the import.</summary>
    public ActorState? State { get; init; }

    public required IReadOnlyList<Remark> Remarks { get; init; }

    public Remark? Refusal { get; init; }
}
