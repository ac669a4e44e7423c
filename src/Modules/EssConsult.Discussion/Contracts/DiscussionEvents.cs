namespace EssConsult.Discussion.Contracts;

public sealed record CommentPosted(string ContentItemId, Guid CommentId, Guid? ParentId, string AuthorId) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record CommentEdited(string ContentItemId, Guid CommentId) : IEvent
{
    public string? Subject => ContentItemId;
}

/// <summary>Its author took it back: the words are gone, the place in the thread remains.</summary>
public sealed record CommentRemoved(string ContentItemId, Guid CommentId) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record CommentHidden(string ContentItemId, Guid CommentId, Motive Motive) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record CommentRestored(string ContentItemId, Guid CommentId) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record SupportGiven(string ContentItemId, string PersonId) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record SupportWithdrawn(string ContentItemId, string PersonId) : IEvent
{
    public string? Subject => ContentItemId;
}

/// <param name="CommentId">Null when the item itself is reported.</param>
public sealed record ContentReported(string ContentItemId, Guid? CommentId, Guid ReportId, Motive Motive) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ReportsClosed(string ContentItemId, Guid? CommentId, ReportState State) : IEvent
{
    public string? Subject => ContentItemId;
}

/// <summary>Comments or supports of an item came in bulk.</summary>
public sealed record DiscussionImported(string ContentItemId) : IEvent
{
    public string? Subject => ContentItemId;
}
