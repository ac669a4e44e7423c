namespace EssConsult.Tickets.Door;

/// <summary>What a door file says in clear: nothing that the event's public page does not say.</summary>
public sealed record DoorEvent
{
    /// <summary>The key on the event's tickets, in base64url.</summary>
    public required string Key { get; init; }

    /// <summary>The event's title.</summary>
    public required string Title { get; init; }

    /// <summary>When it begins, with the offset of the place.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Records in the file.</summary>
    public int Records { get; init; }

    /// <summary>People whom these records let in.</summary>
    public int People { get; init; }

    /// <summary>When the file must be gone: 24 hours after the end.</summary>
    public DateTimeOffset Expires => End.AddHours(24);
}
