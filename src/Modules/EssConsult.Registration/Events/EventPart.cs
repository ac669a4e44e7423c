namespace EssConsult.Registration.Events;

/// <summary>When and where; any content type that carries it is a rendez-vous.</summary>
internal sealed record EventPart
{
    public string? Kind { get; init; }

    public DateTime? Starts { get; init; }

    public DateTime? Ends { get; init; }

    public string? Mode { get; init; }

    public string? Place { get; init; }

    public string? Address { get; init; }

    /// <summary>The content item of the plenary around a workshop.</summary>
    public string? Parent { get; init; }

    public string? Slot { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>No field: nobody turns a real rendez-vous into a fictional one, which one click removes.</summary>
    public bool Demo { get; init; }
}

/// <summary>Who may come, how many, until when. A rendez-vous without it is « Entrée libre ».</summary>
internal sealed record RegistrationPart
{
    /// <summary>Registrations are taken here.</summary>
    public bool Enabled { get; init; }

    public DateTime? Opens { get; init; }

    public DateTime? Closes { get; init; }

    /// <summary>Null without a limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Of the capacity, how many seats are kept for invited people.</summary>
    public int? Reserved { get; init; }

    public string? Access { get; init; }

    public bool Approval { get; init; }

    public bool? WaitingList { get; init; }

    public int? Guests { get; init; }

    public bool AsksNeeds { get; init; }

    public bool ReleasesSilentSeats { get; init; }

    /// <summary>Workshops are given by ranked wishes.</summary>
    public bool Wishes { get; init; }

    public DateTime? WishesClose { get; init; }

    /// <summary>Name of a content type: its fields are the questions.</summary>
    public string? Questions { get; init; }

    /// <summary>Name of a content type: its fields are asked at the door.</summary>
    public string? DoorQuestions { get; init; }
}
