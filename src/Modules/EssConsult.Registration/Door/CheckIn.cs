namespace EssConsult.Registration.Door;

internal enum CheckInKind
{
    Entry,
    Exit,

    /// <summary>Takes an earlier scan back: a wrong person, a wrong button.</summary>
    Undo,
}

/// <summary>Why a presented code opens nothing here. The scan is kept all the same: somebody stood there.</summary>
internal enum CodeProblem
{
    /// <summary>No ticket at all.</summary>
    Unreadable,

    /// <summary>Looks like a ticket, and this site has not signed it.</summary>
    NotOurs,

    /// <summary>A genuine ticket for something else.</summary>
    OtherEvent,

    /// <summary>Genuine once: the seat is gone, or another ticket has replaced this one.</summary>
    Replaced,
}

/// <summary>
/// What one device saw at one moment: a fact, never changed nor refused for being late. Who is inside is derived from all of them
/// (<see cref="DoorState"/>), so that the order in which devices send them does not matter.
/// </summary>
internal sealed class CheckIn
{
    /// <summary>Made by the device: sent twice, it counts once.</summary>
    public Guid Nonce { get; init; }

    public required string EventId { get; init; }

    /// <summary>Whose seat; null for somebody without one and for a code that is no ticket here.</summary>
    public Guid? AttendeeId { get; init; }

    /// <summary>For who came unannounced: the key that the device gave their registration (<see cref="Registration.FormKey"/>).</summary>
    public Guid? WalkInKey { get; init; }

    public CodeProblem? Problem { get; init; }

    /// <summary>
    /// Tells one unknown code from another: 16 hexadecimal digits of its SHA-256. The code itself is not kept: whatever people hold before a camera may be anybody's data.
    /// </summary>
    public string? CodePrint { get; init; }

    public CheckInKind Kind { get; init; }

    /// <summary>The nonce of the scan that is taken back.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>By the device's clock, to the millisecond.</summary>
    public DateTime AtUtc { get; init; }

    public DateTime ReceivedUtc { get; init; }

    /// <summary>Which door, as its team calls it; empty for the only one.</summary>
    public string Door { get; init; } = string.Empty;

    /// <summary>Who was signed in when it was sent; forgotten after three months.</summary>
    public string? ByPersonId { get; init; }

    public Passage ToPassage(Guid who) => new(Nonce, who, Kind, AtUtc, Door, Undoes);
}

/// <summary>Who has come in at least once: what was told of once is not told again.</summary>
internal sealed class Arrival
{
    public required string EventId { get; init; }

    public Guid AttendeeId { get; init; }
}
