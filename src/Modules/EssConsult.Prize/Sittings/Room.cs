namespace EssConsult.Prize.Sittings;

/// <summary>Who is in the room now, read from what happened.</summary>
/// <param name="Last">By juror: what happened last.</param>
internal sealed record Room(IReadOnlyDictionary<Guid, Attendance> Last)
{
    /// <summary>In the room.</summary>
    public IEnumerable<Guid> There => Last.Values.Where(row => row.Kind is AttendanceKind.Present or AttendanceKind.Returned or AttendanceKind.SteppedIn).Select(row => row.JurorId);

    /// <summary>Out while the entry that they are recused from is discussed.</summary>
    public IEnumerable<Guid> Out => Last.Values.Where(row => row.Kind == AttendanceKind.SteppedOut).Select(row => row.JurorId);

    public static Room Of(IEnumerable<Attendance> rows) => new(rows.OrderBy(row => row.Position).GroupBy(row => row.JurorId).ToDictionary(mine => mine.Key, mine => mine.Last()));

    /// <summary>Whether this can come next for them, by hand.</summary>
    public bool Allows(Guid jurorId, AttendanceKind kind) => Last.GetValueOrDefault(jurorId)?.Kind switch
    {
        null => kind == AttendanceKind.Present,
        AttendanceKind.Left => kind == AttendanceKind.Returned,
        _ => kind == AttendanceKind.Left,
    };
}
