namespace EssConsult.Forms.Submissions;

/// <summary>What somebody answered to a form, once.</summary>
internal sealed class FormSubmission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of the form that was shown: the same form sent twice is kept once.</summary>
    public required Guid ShownId { get; init; }

    /// <summary>The form's content item id.</summary>
    public required string FormId { get; init; }

    public required string PageId { get; init; }

    /// <summary>The version of the stored item that was answered.</summary>
    public required string VersionId { get; init; }

    /// <summary>The form's title then.</summary>
    public required string Title { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>Null for a visitor, and once the person is erased.</summary>
    public string? PersonId { get; set; }

    /// <summary>In capitals: the e-mail address among the answers.</summary>
    public string? AddressKey { get; init; }

    /// <summary>A JSON array of <see cref="Answers.Answer"/>.</summary>
    public required string Answers { get; init; }

    /// <summary>Every answer, by <see cref="TextKey.Of"/>, to find them by.</summary>
    public required string AnswersKey { get; init; }

    /// <summary>The circuit's run; it may be gone.</summary>
    public string? WorkflowId { get; set; }

    public List<SubmissionFile> Files { get; } = [];
}

/// <summary>A file that came with the answers. Its bytes lie on disk under its id.</summary>
internal sealed class SubmissionFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SubmissionId { get; init; }

    /// <summary>Name of the question.</summary>
    public required string Field { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public long Bytes { get; init; }
}

/// <summary>Answers are gone; the bytes of their files go too.</summary>
internal sealed record SubmissionsDeleted(Guid[] Files) : IEvent;
