namespace EssConsult.Registration.Door;

/// <summary>The PIN that opens an event's list of names on the door's devices; gone 24 hours after its end, as the list is.</summary>
/// <remarks>
/// The list changes until the last minute, and each device takes it anew: the PIN's letters are needed again each time, for a key derived
/// once would tie all lists to one salt. They are kept under the site's data protection, bound to the event. Whoever could lift that
/// protection reads the names in the table beside: the PIN guards devices that are lost, not this database.
/// </remarks>
internal sealed class DoorPinRow
{
    public required string EventId { get; init; }

    public required string Sealed { get; set; }

    public DateTime DrawnUtc { get; set; }
}
