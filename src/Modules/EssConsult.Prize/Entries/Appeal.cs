namespace EssConsult.Prize.Entries;

/// <summary>An applicant contests that their entry is not eligible: once, within the edition's days; somebody who did not read it decides.</summary>
internal sealed class Appeal
{
    public required Guid EntryId { get; init; }

    public required string Text { get; init; }

    public required DateTime AtUtc { get; init; }

    public required string ById { get; init; }

    public DateTime? DecidedUtc { get; private set; }

    public string? DecidedById { get; private set; }

    public bool? IsUpheld { get; private set; }

    /// <summary>Why; the applicant reads it.</summary>
    public string? Reason { get; private set; }

    /// <exception cref="RuleException">It is decided already, or the reason is missing.</exception>
    public void Decide(bool isUpheld, string reason, string byId, DateTime now)
    {
        if (DecidedUtc is not null)
        {
            throw new RuleException("appeal.decided", "Ce recours est déjà décidé.");
        }

        if (reason.Length == 0)
        {
            throw new RuleException("appeal.reason", "Dites pourquoi : la personne qui dépose le lira.") { Field = "AppealReason" };
        }

        (IsUpheld, Reason, DecidedById, DecidedUtc) = (isUpheld, reason, byId, now);
    }
}
