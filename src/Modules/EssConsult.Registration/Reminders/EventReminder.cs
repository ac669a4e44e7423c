using System.ComponentModel.DataAnnotations;

namespace EssConsult.Registration.Reminders;

/// <summary>That a circuit asked for a reminder of an event: it stands until the event, so that whoever gets a seat meanwhile hears too.</summary>
internal sealed class EventReminder
{
    public const int LongestNote = 2000;

    [MaxLength(26)]
    public required string EventId { get; init; }

    /// <summary>« Venez-vous toujours ? »; else the practical message.</summary>
    public required bool Asks { get; init; }

    /// <summary>What the circuit's author adds.</summary>
    [MaxLength(LongestNote)]
    public string? Note { get; set; }
}
