namespace EssConsult.Discussion.Contracts;

/// <summary>Comments and supports from elsewhere, in bulk. What is already there stays as it is, so an import can be repeated.</summary>
public interface IDiscussionImport
{
    Task<ImportedComments> CommentsAsync(IReadOnlyList<ImportedComment> comments, CancellationToken ct);

    /// <returns>How many were new.</returns>
    Task<int> SupportsAsync(IReadOnlyList<ImportedSupport> supports, CancellationToken ct);

    /// <summary>The id that a comment from elsewhere has here: always the same for the same source.</summary>
    static Guid IdOf(string source) => Guid.TryParse(source, out var id) ? id : new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(source)).AsSpan(0, 16));
}

/// <summary>A reply below the third level is attached to the level that can still take it.</summary>
public sealed record ImportedComment(Guid Id, string ContentItemId, string AuthorId, string Body, DateTime CreatedUtc)
{
    public Guid? ParentId { get; init; }

    public Alignment Alignment { get; init; }

    public Guid? ActorId { get; init; }
}

public sealed record ImportedSupport(string ContentItemId, string PersonId, DateTime? GivenUtc = null);

/// <param name="Added">New ones.</param>
/// <param name="Known">Those that were there before.</param>
/// <param name="Orphans">Left out: their parent is nowhere.</param>
public sealed record ImportedComments(int Added, int Known, IReadOnlyList<Guid> Orphans);
