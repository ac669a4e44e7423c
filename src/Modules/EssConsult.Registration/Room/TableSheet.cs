namespace EssConsult.Registration.Room;

internal enum SheetState
{
    Draft,

    /// <summary>The table has read it and agrees: nobody changes it any more.</summary>
    Confirmed,
    Published,
}

/// <summary>What one table of a rendez-vous writes together. It changes only by its verbs; each takes the next revision.</summary>
internal sealed class TableSheet
{
    public const int MostProposals = 10;
    public const int LongestNames = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EventId { get; init; }

    /// <summary>From 1.</summary>
    public required int Table { get; init; }

    public SheetState State { get; private set; }

    /// <summary>Two who write at once: the second is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>The browser that saved last: it may save again without having heard the answer.</summary>
    public string? Writer { get; private set; }

    /// <summary>In the signed link: a new link takes the next number, and the old one opens nothing.</summary>
    public int LinkNumber { get; private set; }

    public DateTime? SavedUtc { get; private set; }

    public DateTime? ConfirmedUtc { get; private set; }

    /// <summary>Names that the table chose to give; forgotten three months after the event.</summary>
    public string? ConfirmedBy { get; private set; }

    public DateTime? PublishedUtc { get; private set; }

    public bool Knows(int revision, string? writer) => revision == Revision || (!string.IsNullOrEmpty(writer) && writer == Writer);

    public void Save(string? writer, DateTime now) => (Revision, Writer, SavedUtc) = (Revision + 1, string.IsNullOrEmpty(writer) ? null : writer, now);

    public void Confirm(string? names, DateTime now) => (Revision, State, ConfirmedBy, ConfirmedUtc, Writer) = (Revision + 1, SheetState.Confirmed, names, now, null);

    public void Reopen() => (Revision, State, ConfirmedBy, ConfirmedUtc) = (Revision + 1, SheetState.Draft, null, null);

    public void Publish(DateTime now) => (Revision, State, PublishedUtc) = (Revision + 1, SheetState.Published, now);

    public void ChangeLink() => (Revision, LinkNumber) = (Revision + 1, LinkNumber + 1);
}
