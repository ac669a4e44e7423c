namespace EssConsult.Discussion.Contracts;

/// <summary>Implemented by the module that owns the item: what may be said there, now, by the person who asks.</summary>
public interface IDiscussionRules
{
    /// <returns>Null when the item is not this module's.</returns>
    Task<DiscussionRules?> ForAsync(string contentItemId, CancellationToken ct);
}

/// <summary>Closed unless somebody says otherwise.</summary>
public sealed record DiscussionRules
{
    public static readonly DiscussionRules Closed = new();

    /// <summary>The person who asks may read the item; without it every page of the discussion answers 404.</summary>
    public bool Visible { get; init; }

    public bool CommentsOpen { get; init; }

    public bool SupportsOpen { get; init; }

    /// <summary>French sentence, already complete: when it closed and why. Null takes a general one.</summary>
    public string? ClosedSentence { get; init; }

    /// <summary>The item's title, for the pages of the discussion.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>The item's page below the site's root: <c>/contributions/un-marche-du-soir</c>.</summary>
    public string Url { get; init; } = "/";

    /// <summary>Who wrote it and follows it by right.</summary>
    public string? OwnerId { get; init; }
}
