namespace EssConsult.Prize.Contracts;

/// <summary>An entry was sent, or sent again with changes.</summary>
public sealed record EntrySubmitted(Guid EntryId, string EditionId, string PersonId, int Sequence) : IEvent
{
    /// <summary>It was eligible already: only what is asked afterwards was added.</summary>
    public bool IsCompletion { get; init; }

    public string Subject => EntryId.ToString();
}

public sealed record EntryWithdrawn(Guid EntryId, string EditionId, string PersonId) : IEvent
{
    public string Subject => EntryId.ToString();
}

/// <summary>The team decided whether an entry may take part.</summary>
public sealed record EntryScreened(Guid EntryId, string EditionId, string PersonId, bool IsEligible) : IEvent
{
    public string Subject => EntryId.ToString();
}

/// <summary>The team asks an applicant to correct what they sent.</summary>
public sealed record EntryCorrectionAsked(Guid EntryId, string EditionId) : IEvent
{
    public string Subject => EntryId.ToString();
}

public sealed record JurorInvited(Guid JurorId, string EditionId) : IEvent
{
    public string Subject => JurorId.ToString();
}

/// <summary>The rule is frozen and the jury may give marks.</summary>
public sealed record ScoringOpened(string EditionId) : IEvent
{
    public string Subject => EditionId;
}

/// <summary>A juror gave the marks of one entry, or abstained.</summary>
public sealed record SheetSubmitted(Guid JurorId, Guid EntryId, string EditionId, bool Abstained) : IEvent
{
    public string Subject => EntryId.ToString();
}

/// <summary>Somebody was recused, left, joined or was given entries to read while scoring is open.</summary>
public sealed record ReadingsChanged(string EditionId) : IEvent
{
    public string Subject => EditionId;
}

/// <summary>The deadline draws near, and this juror has sheets to give: told once for each deadline and number of days before it.</summary>
/// <param name="Left">How many sheets are missing.</param>
/// <param name="DeadlineUtc">When scoring closes.</param>
public sealed record JurorLate(Guid JurorId, string EditionId, int Left, DateTime DeadlineUtc) : IEvent
{
    public string Subject => JurorId.ToString();
}

public sealed record ScoringClosed(string EditionId) : IEvent
{
    public string Subject => EditionId;
}

public sealed record LaureatesAnnounced(string EditionId) : IEvent
{
    public string Subject => EditionId;
}

/// <summary>What the public page of an edition shows has changed.</summary>
public sealed record EditionChanged(string EditionId) : IEvent
{
    public string Subject => EditionId;
}

/// <summary>Somebody is asked to write an entry together with who began it.</summary>
public sealed record CoApplicantInvited(Guid InvitationId, Guid EntryId) : IEvent
{
    public string Subject => EntryId.ToString();
}

/// <summary>They joined: from now on the entry is theirs, too.</summary>
public sealed record CoApplicantJoined(Guid EntryId, string EditionId, string PersonId) : IEvent
{
    public string Subject => EntryId.ToString();
}

public sealed record CoApplicantRemoved(Guid InvitationId, Guid EntryId) : IEvent
{
    public string Subject => EntryId.ToString();
}

/// <summary>The team lets somebody enter after the deadline.</summary>
public sealed record LateCodeIssued(Guid CodeId, string EditionId) : IEvent
{
    public string Subject => EditionId;
}

public sealed record LateCodeUsed(Guid CodeId, string EditionId, Guid EntryId) : IEvent
{
    public string Subject => EntryId.ToString();
}

/// <summary>An applicant contests that their entry is not eligible.</summary>
public sealed record EntryAppealed(Guid EntryId, string EditionId) : IEvent
{
    public string Subject => EntryId.ToString();
}

public sealed record EntryAppealDecided(Guid EntryId, string EditionId, bool IsUpheld) : IEvent
{
    public string Subject => EntryId.ToString();
}
