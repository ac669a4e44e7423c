namespace EssConsult.Discussion.News;

internal enum NewsKind
{
    /// <summary>Somebody commented an item that one follows.</summary>
    Comment,

    /// <summary>Somebody replied to one's own comment.</summary>
    Reply,

    /// <summary>One's own comment was removed by moderation.</summary>
    Hidden,

    /// <summary>Another module's, with its own sentence.</summary>
    Other,
}

/// <summary>Something that the followers of an item, or one person, should hear of. Written once, however many follow.</summary>
internal sealed class NewsRow
{
    public required Guid Id { get; init; }

    public required string ContentItemId { get; init; }

    public NewsKind Kind { get; init; }

    /// <summary>Whom it is for; null for everybody who follows the item.</summary>
    public string? PersonId { get; init; }

    /// <summary>Who caused it, and need not be told.</summary>
    public string? ById { get; init; }

    public Guid? CommentId { get; init; }

    /// <summary>French sentence of another module, {0} for the item's title; a key of the translations.</summary>
    public string? Sentence { get; init; }

    public DateTime AtUtc { get; init; }
}

/// <summary>What a person has read and had by mail.</summary>
internal sealed class NewsReader
{
    public required string PersonId { get; init; }

    public DateTime? SeenUtc { get; set; }

    public DateTime? DigestedUtc { get; set; }

    public bool MailOff { get; set; }
}
