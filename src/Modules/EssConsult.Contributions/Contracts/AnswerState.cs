namespace EssConsult.Contributions.Contracts;

/// <summary>What the authority says of a contribution.</summary>
public enum AnswerState
{
    UnderReview,
    Accepted,
    PartlyAccepted,
    Declined,
    OutOfScope,
    AlreadyUnderway,
}
