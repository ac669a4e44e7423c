namespace EssConsult.Notifications.Contracts;

/// <summary>
/// Tells people what happened: on the site, and by mail as each of them chose. A piece of news is stored once, however many follow; each
/// method stages in <c>SiteDb</c> and the caller saves (an <c>IHandle</c> may call them).
/// </summary>
public interface INews
{
    /// <summary>To everybody who follows the item by then.</summary>
    void TellFollowers(string contentItemId, NewsFact fact);

    /// <summary>To each of these people, whatever they follow.</summary>
    void TellPeople(IEnumerable<string> personIds, NewsFact fact);

    /// <summary>Which of these people get mail of this kind of news about which of these items: whoever else would write to them of the same fact leaves it.</summary>
    Task<IReadOnlySet<(string PersonId, string ContentItemId)>> MailedAsync(string kind, IReadOnlyCollection<string> personIds, IReadOnlyCollection<string> contentItemIds, CancellationToken ct);

    /// <summary>Nobody hears any more of a fact that went (a comment that was removed).</summary>
    Task TakeBackAsync(string fact, CancellationToken ct);

    /// <summary>Forgets who followed the items, and what there was to say of them.</summary>
    Task ForgetItemsAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken ct);
}

/// <summary>Something that happened.</summary>
/// <param name="Kind">Name of a <see cref="NewsKind"/>: people choose by it.</param>
/// <param name="Sentence">French, {0} for the title and {1} for who did it; a key of the caller's translations.</param>
public sealed record NewsFact(string Kind, string Sentence)
{
    /// <summary>Of which item it is news: its title is shown, and its news go when readers no longer see it.</summary>
    public string? ContentItemId { get; init; }

    /// <summary>Who caused it, and is not told.</summary>
    public string? ById { get; init; }

    /// <summary>What makes two pieces of news the same fact: a person told in person is not told again as one who follows. 64 characters at most.</summary>
    public string? Fact { get; init; }

    /// <summary>Where it leads, from the site's root; null for the item's page.</summary>
    public string? Path { get; init; }

    /// <summary>Stands for {0} where no item gives its title; 200 characters are kept.</summary>
    public string? Title { get; init; }

    /// <summary>More words, in plain text; 2,000 characters are kept.</summary>
    public string? Text { get; init; }
}
