using System.Text.Json;

namespace EssConsult.Actors.Import;

internal enum LineOutcome
{
    Created,
    Updated,
    Unchanged,

    /// <summary>The same structure again further down in one file: its first line counts.</summary>
    Repeated,
    Refused,
}

/// <summary>Something that a person should know about a line: a French sentence, a key of the translations, and its values.</summary>
internal sealed record Remark(string Sentence, params string[] Values);

/// <summary>What became of one structure of a file.</summary>
internal sealed class ActorImportLine
{
    public required Guid ImportId { get; init; }

    /// <summary>Order of reading, from 1; a line that names two structures has two.</summary>
    public required int Rank { get; init; }

    /// <summary>Line of the file, or number of the object in it, from 1.</summary>
    public required int Line { get; init; }

    public required string Name { get; init; }

    public required LineOutcome Outcome { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>JSON of the remarks; null without any.</summary>
    public string? RemarksJson { get; private init; }

    public IReadOnlyList<Remark> Remarks
    {
        get => RemarksJson is null ? [] : JsonSerializer.Deserialize<Remark[]>(RemarksJson)!;
        init => RemarksJson = value.Count == 0 ? null : JsonSerializer.Serialize(value);
    }
}
