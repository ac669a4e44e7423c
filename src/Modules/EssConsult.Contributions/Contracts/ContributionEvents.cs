namespace EssConsult.Contributions.Contracts;

/// <param name="Waits">A moderator reads it before it appears.</param>
public sealed record ContributionSubmitted(string ContentItemId, string ProcessId, string AuthorId, bool Waits) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContributionPublished(string ContentItemId, string ProcessId, string? AuthorId, bool Moderated) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContributionRefused(string ContentItemId, string ProcessId, string? AuthorId, string Motive) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContributionRemoved(string ContentItemId, string ProcessId, string? AuthorId, string Motive) : IEvent
{
    public string? Subject => ContentItemId;
}

/// <summary>A person's contributions bear another name.</summary>
public sealed record AuthorRenamed(string PersonId) : IEvent;

/// <param name="Motive">Key of the motive of a refusal; null when the correction is published.</param>
public sealed record ContributionCorrectionDecided(string ContentItemId, string ProcessId, string? AuthorId, string? Motive) : IEvent
{
    public string? Subject => ContentItemId;
}

/// <param name="FormerState">The state of the answer before; null when this is the first.</param>
public sealed record ContributionAnswered(string ContentItemId, string ProcessId, string State, string? FormerState = null) : IEvent
{
    /// <summary>False for a correction of words: worth no message.</summary>
    public bool IsNews => State != FormerState;

    public string? Subject => ContentItemId;
}
