namespace EssConsult.Actors.Import;

internal enum ImportState
{
    /// <summary>Read and reported; nothing in the directory changed.</summary>
    Checked,
    Applied,

    /// <summary>It could not be read to its end.</summary>
    Unreadable,
}

/// <summary>One reading of a file, and the sums of its report.</summary>
internal sealed class ActorImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FileName { get; init; }

    /// <summary>The file while it waits to be applied; null afterwards, or when it was read from the command line.</summary>
    public byte[]? Content { get; set; }

    public required string ById { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>New structures wait for a moderator instead of being published.</summary>
    public bool AsProposals { get; init; }

    public ImportState State { get; set; }

    /// <summary>Lines of the file, or objects in it.</summary>
    public int Lines { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Repeated { get; set; }

    public int Refused { get; set; }

    /// <summary>Lines with at least one remark.</summary>
    public int FlaggedLines { get; set; }

    /// <summary>Columns that the directory has no place for, separated by commas.</summary>
    public string LeftOut { get; set; } = string.Empty;

    /// <summary>Before the same file is read again.</summary>
    public void ForgetSums() => (Lines, Created, Updated, Unchanged, Repeated, Refused, FlaggedLines) = (0, 0, 0, 0, 0, 0, 0);
}
