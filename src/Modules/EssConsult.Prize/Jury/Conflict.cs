namespace EssConsult.Prize.Jury;

/// <summary>What links somebody to an entry.</summary>
internal enum ConflictKind
{
    Employment,
    Governance,
    Family,
    Funding,
    Partner,

    /// <summary>They are applicants of it themselves.</summary>
    CoEntry,

    /// <summary>Mandat électif, représentant de la collectivité.</summary>
    Mandate,
    Other,
}

internal enum ConflictOrigin
{
    Declared,

    /// <summary>By the team or by the applicant.</summary>
    Reported,
    Detected,
}

/// <summary>Somebody of the jury or of the team has a link with an entry: from then on it does not exist for them in either space.</summary>
internal sealed class Conflict
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required Guid EntryId { get; init; }

    public required string PersonId { get; init; }

    public required ConflictKind Kind { get; init; }

    public required ConflictOrigin Origin { get; init; }

    /// <summary>How it was found, step by step: « membre de La Ressourcerie, qui dépose le dossier ».</summary>
    public string? Path { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Whether a juror marks an entry or is recused from it. One row a pair: it cannot be both.</summary>
internal enum Standing
{
    Assigned,
    Recused,

    /// <summary>Another juror marks it; they take part when the jury deliberates.</summary>
    Listening,
}

internal sealed class JuryPair
{
    public required Guid JurorId { get; init; }

    public required Guid EntryId { get; init; }

    public required string EditionId { get; init; }

    public required Standing Standing { get; init; }
}
