namespace EssConsult.Registration.Room;

/// <summary>At which table of which rendez-vous an item was written; on the item, so that exports carry it.</summary>
internal sealed record FromEventPart
{
    public string? EventId { get; init; }

    public int? Table { get; init; }
}

/// <summary>What minutes say beside their text.</summary>
internal sealed record MinutesPart
{
    public string? EventId { get; init; }

    /// <summary>How many people came.</summary>
    public int? Attendance { get; init; }

    /// <summary>One a line.</summary>
    public string? Decisions { get; init; }
}
