namespace EssConsult.Prize.Jury;

internal enum JurorState
{
    Invited,
    Accepted,
    Declined,

    /// <summary>No longer of the jury; the marks given stay in the record and count no more.</summary>
    Left,
}

/// <summary>A member of an edition's jury.</summary>
internal sealed class Juror
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required string Name { get; set; }

    public required string Email { get; init; }

    public required string EmailKey { get; init; }

    public string? Organisation { get; set; }

    public bool IsPresident { get; set; }

    public JurorState State { get; private set; }

    /// <summary>The account that accepted.</summary>
    public string? PersonId { get; private set; }

    public required DateTime InvitedUtc { get; init; }

    public DateTime? AnsweredUtc { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    /// <summary>When they said which entries they have a link with, or that they have none: nothing is read before.</summary>
    public DateTime? DeclaredUtc { get; set; }

    /// <exception cref="RuleException">Answered already, by somebody else.</exception>
    public void Accept(string personId, DateTime now)
    {
        if (State == JurorState.Left || (State == JurorState.Accepted && PersonId != personId))
        {
            throw new RuleException("juror.taken", "Cette invitation a déjà servi.");
        }

        (State, PersonId, AnsweredUtc, Reason) = (JurorState.Accepted, personId, now, null);
    }

    public void Decline(string? reason, DateTime now)
    {
        if (State is not (JurorState.Invited or JurorState.Declined))
        {
            throw new RuleException("juror.answered", "Cette invitation est déjà acceptée : écrivez à l’équipe pour quitter le jury.");
        }

        (State, Reason, AnsweredUtc) = (JurorState.Declined, reason, now);
    }

    public void Leave()
    {
        (State, IsPresident) = (JurorState.Left, false);
    }
}
