using EssConsult.Tickets.Attendance;

namespace EssConsult.Tickets.Paper;

/// <summary>What a certificate shows; dates and durations are sentences already, and say what the statement says.</summary>
public sealed record AttendanceSheet
{
    /// <summary>What is certified; its text is in the QR code.</summary>
    public required SignedAttendance Proof { get; init; }

    /// <summary>« vendredi 12 mars 2027, de 9 h à 12 h 30 ».</summary>
    public required string When { get; init; }

    /// <summary>« 3 h 30 ».</summary>
    public required string Duration { get; init; }

    /// <summary>« Fait à Nantes, le 13 mars 2027 ».</summary>
    public required string Issued { get; init; }
}
