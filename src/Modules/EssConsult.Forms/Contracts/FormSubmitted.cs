namespace EssConsult.Forms.Contracts;

/// <summary>Somebody's answers to a form were taken in. What they wrote stays in the module.</summary>
/// <param name="FormId">The form's content item id.</param>
/// <param name="PageId">The stored item that holds the form; the form's own id when it stands alone.</param>
public sealed record FormSubmitted(Guid SubmissionId, string FormId, string PageId) : IEvent
{
    string? IEvent.Subject => FormId;
}
