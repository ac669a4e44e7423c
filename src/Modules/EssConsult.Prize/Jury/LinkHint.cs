namespace EssConsult.Prize.Jury;

internal enum HintState
{
    /// <summary>Somebody of the team is to decide.</summary>
    Pending,

    /// <summary>It became a <see cref="Conflict"/>.</summary>
    Link,

    /// <summary>Looked at, and no link.</summary>
    NoLink,
}

/// <summary>Something that the site knows and that may be a link; nobody is recused by it until somebody decides.</summary>
internal sealed class LinkHint
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required Guid EntryId { get; init; }

    public required string PersonId { get; init; }

    public required ConflictKind Kind { get; init; }

    /// <summary>Step by step, from the juror to the entry: « membre de A, qui partage un membre avec B, qui dépose ce dossier ».</summary>
    public required string Path { get; init; }

    public required DateTime AtUtc { get; init; }

    public HintState State { get; private set; }

    public DateTime? DecidedUtc { get; private set; }

    public string? DecidedById { get; private set; }

    public void Decide(bool isLink, string byId, DateTime now)
    {
        if (State != HintState.Pending)
        {
            throw new RuleException("hint.decided", "Ce lien possible est déjà tranché.");
        }

        (State, DecidedById, DecidedUtc) = (isLink ? HintState.Link : HintState.NoLink, byId, now);
    }
}
