namespace EssConsult.Prize.Sittings;

/// <summary>The jury sits and deliberates, once the ranking is recorded. One an edition.</summary>
internal sealed class Sitting
{
    public required string EditionId { get; init; }

    public required DateTime OpenedUtc { get; init; }

    /// <summary>The juror in the chair.</summary>
    public required Guid OpenedById { get; init; }

    /// <summary>What is being discussed: whoever is recused from it is out of the room.</summary>
    public Guid? EntryId { get; private set; }

    public DateTime? ClosedUtc { get; private set; }

    /// <exception cref="RuleException">The sitting is over.</exception>
    public void Call(Guid? entryId)
    {
        RequireOpen();
        EntryId = entryId;
    }

    public void Close(DateTime now)
    {
        RequireOpen();
        (EntryId, ClosedUtc) = (null, now);
    }

    /// <exception cref="RuleException">No entry is called.</exception>
    public Guid RequireEntry()
    {
        RequireOpen();
        return EntryId ?? throw new RuleException("sitting.no-entry", "Appelez d’abord un dossier.");
    }

    public void RequireOpen()
    {
        if (ClosedUtc is not null)
        {
            throw new RuleException("sitting.closed", "La séance est levée.");
        }
    }
}

internal enum AttendanceKind
{
    Present,
    Left,
    Returned,

    /// <summary>Recused from the entry that was called.</summary>
    SteppedOut,

    /// <summary>That entry is over.</summary>
    SteppedIn,
}

/// <summary>Somebody came or went; never changed.</summary>
internal sealed class Attendance
{
    public required string EditionId { get; init; }

    /// <summary>Of its line in the register: what happened first comes first.</summary>
    public required int Position { get; init; }

    public required Guid JurorId { get; init; }

    public required AttendanceKind Kind { get; init; }

    /// <summary>For a recusal: from which entry.</summary>
    public Guid? EntryId { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>What was said of an entry, as somebody noted it; the minutes hold it.</summary>
internal sealed class SittingNote
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required Guid EntryId { get; init; }

    public required string ById { get; init; }

    public required string Text { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>What the jury decided of an entry; a later one takes its place, and both stay in the minutes.</summary>
internal sealed class SittingDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>Null where it gets none.</summary>
    public string? Award { get; init; }

    public required string Reason { get; init; }

    public required string ById { get; init; }

    public required DateTime AtUtc { get; init; }
}
