namespace EssConsult.Registration.Feedback;

/// <summary>What somebody thought of an event. It bears no person, no registration and no instant: nothing leads back to who wrote it.</summary>
internal sealed class EventFeedback
{
    public const int LongestText = 1000;

    /// <summary>Random: an id made of the time would tell when it came.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string EventId { get; init; }

    /// <summary>1, not at all, to 4, entirely; null without an answer.</summary>
    public int? Useful { get; init; }

    public int? Heard { get; init; }

    public int? Welcome { get; init; }

    public int? Again { get; init; }

    public string? Words { get; init; }
}

/// <summary>That a registration has answered; what it answered stands elsewhere.</summary>
internal sealed class FeedbackGiven
{
    public required Guid RegistrationId { get; init; }
}
