namespace EssConsult.Subscriptions.News;

internal enum SubscriptionNewsKind
{
    PhaseOpened,
    PhaseClosed,
    Answered,

    /// <summary>A démarche was published for the first time.</summary>
    ProcessPublished,
}

/// <summary>Something of a démarche that its subscribers will be told. Written once, however many subscribe.</summary>
internal sealed class SubscriptionNews
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ProcessId { get; init; }

    public SubscriptionNewsKind Kind { get; init; }

    /// <summary>Id of the étape, of the contribution that was answered, or of the new démarche.</summary>
    public required string SubjectId { get; init; }

    /// <summary>When the site noticed it.</summary>
    public DateTime AtUtc { get; init; }
}
