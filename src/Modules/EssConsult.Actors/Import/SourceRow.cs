namespace EssConsult.Actors.Import;

/// <summary>One structure as a file tells it, by the file's own headers or tags.</summary>
/// <param name="Line">Line of the file, or number of the object in it, from 1.</param>
internal sealed record SourceRow(int Line, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>What the reader had to say about the line itself.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Why nothing of the line can be used.</summary>
    public Remark? Refusal { get; init; }
}
