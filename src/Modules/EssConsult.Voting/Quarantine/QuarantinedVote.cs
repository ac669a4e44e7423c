namespace EssConsult.Voting.Quarantine;

internal enum QuarantineState
{
    /// <summary>Nobody of the commission has said anything, or what was said has been contested.</summary>
    Waiting,

    /// <summary>One officer has proposed; another one confirms.</summary>
    Proposed,

    /// <summary>Two officers: it counts.</summary>
    Kept,

    /// <summary>Two officers: it does not count. It may be contested once.</summary>
    Excluded,
}

/// <summary>What the commission knows of a vote that waits, and what it decided. A vote that was kept keeps its row, so that the screen does not stop it again.</summary>
internal sealed class QuarantinedVote
{
    public const int LongestText = 500;

    public required Guid VoteId { get; init; }

    public required Guid BallotId { get; init; }

    /// <summary>The first of <see cref="Reasons"/>.</summary>
    public required QuarantineReason Reason { get; set; }

    /// <summary>Flags of <see cref="BallotScreening.ScreeningReasons"/>.</summary>
    public required int Reasons { get; set; }

    /// <summary>Votes that wait for the same cause: hexadecimal, says nothing of the choices nor of the addresses.</summary>
    public required string Group { get; set; }

    public required DateTime AtUtc { get; init; }

    public QuarantineState State { get; private set; }

    /// <summary>What is proposed, and then decided: that it counts.</summary>
    public bool? Keeps { get; private set; }

    /// <summary>Why, in the officer's words; the voter concerned reads it.</summary>
    public string? Why { get; private set; }

    public string? ProposedById { get; private set; }

    public string? ConfirmedById { get; private set; }

    public DateTime? ConfirmedUtc { get; private set; }

    /// <summary>The voter's sentence.</summary>
    public string? Appeal { get; private set; }

    public DateTime? AppealedUtc { get; private set; }

    public bool IsUndecided => State is QuarantineState.Waiting or QuarantineState.Proposed;

    /// <summary>Nothing changes any more: kept, or left out and either contested already or not contested in time.</summary>
    public bool IsFinal(ScreeningRule rule, DateTime now) => State == QuarantineState.Kept || (State == QuarantineState.Excluded && (AppealedUtc is not null || ContestUntil(rule) <= now));

    public DateTime? ContestUntil(ScreeningRule rule) => ConfirmedUtc?.AddDays(rule.ContestDays);

    public void Propose(bool keeps, string why, string officerId)
    {
        Require(QuarantineState.Waiting, "Une proposition attend déjà une deuxième personne.");
        (State, Keeps, Why, ProposedById) = (QuarantineState.Proposed, keeps, why, officerId);
    }

    /// <summary>That it is another person than the one who proposed is a constraint of the table.</summary>
    public void Confirm(string officerId, DateTime now)
    {
        Require(QuarantineState.Proposed, "Il n’y a rien à confirmer : la proposition a été retirée, ou confirmée.");
        (State, ConfirmedById, ConfirmedUtc) = (Keeps == true ? QuarantineState.Kept : QuarantineState.Excluded, officerId, now);
    }

    /// <summary>Back to the beginning: the second officer does not agree, or the first one thinks better of it.</summary>
    public void Refuse()
    {
        Require(QuarantineState.Proposed, "Il n’y a rien à confirmer : la proposition a été retirée, ou confirmée.");
        (State, Keeps, Why, ProposedById) = (QuarantineState.Waiting, null, null, null);
    }

    /// <summary>Whatever was proposed or decided without the voter's sentence is void: two people decide anew.</summary>
    /// <exception cref="RuleException">It counts, was contested before, or the delay is over.</exception>
    public void Contest(string text, ScreeningRule rule, DateTime now)
    {
        if (AppealedUtc is not null)
        {
            throw new RuleException("quarantine.contested", "Vous avez déjà contesté : la commission a votre message.");
        }

        if (State == QuarantineState.Kept)
        {
            throw new RuleException("quarantine.kept", "Votre vote compte : il n’y a rien à contester.");
        }

        if (State == QuarantineState.Excluded && ContestUntil(rule) <= now)
        {
            throw new RuleException("quarantine.late", "Le délai pour contester est passé.");
        }

        (Appeal, AppealedUtc) = (text, now);
        (State, Keeps, Why, ProposedById, ConfirmedById, ConfirmedUtc) = (QuarantineState.Waiting, null, null, null, null, null);
    }

    private void Require(QuarantineState state, string otherwise)
    {
        if (State != state)
        {
            throw new RuleException("quarantine.state", otherwise);
        }
    }
}
