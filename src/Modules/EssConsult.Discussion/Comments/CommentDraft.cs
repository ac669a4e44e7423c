namespace EssConsult.Discussion.Comments;

/// <summary>What a visitor typed before saying who they are: kept under the browser's key, then the person's id.</summary>
internal sealed class CommentDraft
{
    public required Guid Id { get; init; }

    public required string Keeper { get; set; }

    public required string ContentItemId { get; init; }

    public Guid? ParentId { get; set; }

    public Alignment Alignment { get; set; }

    public required string Body { get; set; }

    public DateTime SavedUtc { get; set; }
}
