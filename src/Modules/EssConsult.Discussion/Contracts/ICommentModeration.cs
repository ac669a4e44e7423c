namespace EssConsult.Discussion.Contracts;

/// <summary>The comments' part of the moderation queue. Comments are read after they appear; reports put them first.</summary>
public interface ICommentModeration
{
    Task<int> CountAsync(CancellationToken ct);

    /// <summary>Most reported first, then oldest.</summary>
    Task<IReadOnlyList<CommentToModerate>> ListAsync(int limit, CancellationToken ct);

    Task<CommentToModerate?> FindAsync(Guid commentId, CancellationToken ct);

    /// <summary>Read and left as it is; its open reports are cleared.</summary>
    /// <param name="commentId">The comment.</param>
    /// <param name="moderatorId">Who decides.</param>
    /// <param name="stamp">The <see cref="CommentToModerate.Stamp"/> of the words that were read; null where no words were shown.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="RuleException">Its author changed it meanwhile.</exception>
    Task AcceptAsync(Guid commentId, string moderatorId, string? stamp, CancellationToken ct);

    /// <summary>Out of sight, kept for an appeal; readers see the date and the motive. Its open reports are upheld.</summary>
    /// <param name="commentId">The comment.</param>
    /// <param name="motive">What readers and the author are told.</param>
    /// <param name="explanation">
    /// Told to the author alone; required for <see cref="Motive.Other"/>. Never public: a moderator's free words about somebody's text
    /// could quote it or accuse its author, and the authority would have published them.
    /// </param>
    /// <param name="moderatorId">Who decides.</param>
    /// <param name="stamp">As for acceptance.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="RuleException">The motive is « Other » without an explanation, the comment was removed or changed meanwhile.</exception>
    Task HideAsync(Guid commentId, Motive motive, string? explanation, string moderatorId, string? stamp, CancellationToken ct);

    /// <summary>After an appeal.</summary>
    /// <exception cref="RuleException">By the moderator who hid it: an appeal goes to another one.</exception>
    Task RestoreAsync(Guid commentId, string moderatorId, CancellationToken ct);
}

/// <param name="Stamp">Tells these words from those before and after them.</param>
public sealed record CommentToModerate(
    Guid Id, string ContentItemId, string AuthorId, Alignment Alignment, string Body, DateTime CreatedUtc, string Stamp, CommentState State, Motive? Motive, string? HiddenBy)
{
    /// <summary>Oldest first; open ones only.</summary>
    public IReadOnlyList<OpenReport> Reports { get; init; } = [];
}

public enum CommentState
{
    Published,

    /// <summary>By moderation, with a motive.</summary>
    Hidden,

    /// <summary>By its author.</summary>
    Removed,
}
