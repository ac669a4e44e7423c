namespace EssConsult.Discussion.Contracts;

public interface IComments
{
    /// <exception cref="RuleException">Comments are closed, the text is empty or too long, the thread too deep.</exception>
    Task<Guid> PostAsync(NewComment comment, CancellationToken ct);

    /// <summary>Within fifteen minutes the text is simply replaced; later what it was is kept as a version.</summary>
    /// <exception cref="RuleException">Somebody else's, removed, or comments are closed.</exception>
    Task EditAsync(Guid commentId, string personId, string body, Alignment alignment, CancellationToken ct);

    /// <summary>The author takes it back: words and versions go, the place in the thread and the date remain.</summary>
    /// <exception cref="RuleException">Somebody else's.</exception>
    Task RemoveAsync(Guid commentId, string personId, CancellationToken ct);

    /// <summary>The readable comments of several items, item by item in the order of their threads, for exports.</summary>
    IAsyncEnumerable<ReadableComment> ReadAsync(IReadOnlyCollection<string> contentItemIds);
}

public sealed record NewComment(string ContentItemId, string AuthorId, string Body)
{
    public Guid? ParentId { get; init; }

    public Alignment Alignment { get; init; }

    /// <summary>The structure in whose name it is said.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The form it was typed in: the same words sent again by the same person from the same form are one comment.</summary>
    public Guid? FormId { get; init; }
}

public sealed record ReadableComment(
    Guid Id, string ContentItemId, Guid? ParentId, int Depth, string AuthorId, Guid? ActorId, Alignment Alignment, string Body, DateTime CreatedUtc, DateTime? EditedUtc);
