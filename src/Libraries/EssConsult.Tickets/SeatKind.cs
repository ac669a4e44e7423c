namespace EssConsult.Tickets;

/// <summary>In what capacity somebody comes; four bits of a ticket. A number is never given a second meaning.</summary>
public enum SeatKind
{
    /// <summary>Registered for themselves.</summary>
    Participant = 0,

    /// <summary>Named by a participant (+1).</summary>
    Guest = 1,

    /// <summary>Speaks, or holds a stand.</summary>
    Speaker = 2,

    /// <summary>Runs the event: organiser, facilitator, scribe, interpreter.</summary>
    Team = 3,

    /// <summary>Reports on it.</summary>
    Press = 4,
}
