namespace EssConsult.Prize.Scoring;

/// <summary>
/// One thing that a juror set on a sheet: a mark or a comment. Never changed: the newest counts, so whatever order
/// devices send in, the sheet comes out the same, and every past version is kept.
/// </summary>
internal sealed class Mark
{
    /// <summary>The code of the rule that a nonce is stored once.</summary>
    public const string Sent = "mark.sent";

    public const int LongestComment = 4000;

    /// <summary>Drawn by whoever sends it: sent twice, it is stored once.</summary>
    public required Guid Nonce { get; init; }

    public required Guid JurorId { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>The id of a criterion, or one of the comments of <see cref="SheetText"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Null when it was taken back.</summary>
    public required string? Value { get; init; }

    /// <summary>When it was set: when it was received, less how long the device kept it.</summary>
    public required DateTime AtUtc { get; init; }

    public required DateTime ReceivedUtc { get; init; }

    /// <summary>What stands on the sheet, by field.</summary>
    public static IReadOnlyDictionary<string, string> Standing(IEnumerable<Mark> marks) => marks.GroupBy(mark => mark.Field)
        .Select(field => field.OrderBy(mark => mark.AtUtc).ThenBy(mark => mark.Nonce).Last())
        .Where(mark => mark.Value is not null).ToDictionary(mark => mark.Field, mark => mark.Value!);
}
