namespace EssConsult.Discussion.Comments;

/// <summary>What a comment said before it was changed after its fifteen minutes.</summary>
internal sealed class CommentVersion
{
    public required Guid CommentId { get; init; }

    public int Number { get; init; }

    public required string Body { get; init; }

    public Alignment Alignment { get; init; }

    /// <summary>From when on it could be read.</summary>
    public DateTime WrittenUtc { get; init; }
}
