namespace EssConsult.Tickets.Attendance;

/// <summary>What checking a signed statement found.</summary>
public enum AttendanceVerdict
{
    /// <summary>Signed with this key, unchanged since.</summary>
    Genuine,

    /// <summary>Not a signed statement.</summary>
    Unreadable,

    /// <summary>A statement of a version that this reader does not know.</summary>
    UnknownVersion,

    /// <summary>It says that another key has signed it: an older one of the issuer, or a stranger's.</summary>
    OtherKey,

    /// <summary>This key has not signed this text: it was changed, or forged.</summary>
    WrongSignature,
}

/// <summary>The verdict, and the statement when it is genuine.</summary>
public sealed record AttendanceReading(AttendanceVerdict Verdict, AttendanceStatement? Statement = null);
