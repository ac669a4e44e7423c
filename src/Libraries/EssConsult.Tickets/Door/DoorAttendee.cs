using System.Text.Json.Serialization;

namespace EssConsult.Tickets.Door;

/// <summary>What the door reads once a record is open.</summary>
public sealed record DoorAttendee
{
    /// <summary>The seat's identifier, as its ticket carries it.</summary>
    public required Guid Id { get; init; }

    /// <summary>As it is called out and searched.</summary>
    public required string Name { get; init; }

    /// <summary>Empty for nobody's.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>What the door must know to welcome them; empty for nothing. Every byte of it is sealed.</summary>
    public string Note { get; init; } = "";

    /// <summary>The table's name or number; empty while there is none.</summary>
    public string Table { get; init; } = "";

    /// <summary>People who enter with this record, 1 to 10.</summary>
    public int Party { get; init; } = 1;

    /// <summary>Opens the record; null for somebody without a ticket, who is then found by name alone. Never written.</summary>
    [JsonIgnore]
    public TicketSecret? Secret { get; init; }
}
