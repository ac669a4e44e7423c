using EssConsult.Actors.Contracts;

namespace EssConsult.Discussion.Features.Shared;

/// <summary>What the comment's form shows; posted to its own page wherever it stands.</summary>
internal sealed record CommentFormView(string ContentItemId)
{
    /// <summary>Made anew each time the form is shown, so that the same form sent twice makes one comment.</summary>
    public Guid FormId { get; init; } = Guid.NewGuid();

    public Guid? ParentId { get; init; }

    public Alignment Alignment { get; init; }

    public string? Body { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>In whose name the person may speak.</summary>
    public IReadOnlyList<ActorName> Structures { get; init; } = [];
}
