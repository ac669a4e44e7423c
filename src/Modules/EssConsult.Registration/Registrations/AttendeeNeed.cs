namespace EssConsult.Registration;

/// <summary>What somebody needs so as to take part: counted to be ordered, forgotten fifteen days after the event.</summary>
internal enum NeedKind
{
    Wheelchair,
    SignLanguage,
    HearingLoop,
    Diet,
    Childcare,
    Other,
}

internal sealed class AttendeeNeed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RegistrationId { get; init; }

    public required string EventId { get; init; }

    public NeedKind Kind { get; init; }

    /// <summary>In the person's words, 200 characters at most.</summary>
    public string? Note { get; init; }
}
