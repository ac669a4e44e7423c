namespace EssConsult.Discussion.Contracts;

/// <summary>Takes away for good what was said, inside the caller's write transaction: for the end of a demonstration, never for moderation.</summary>
public interface IDiscussionErasure
{
    /// <summary>Everything on the items: comments, supports, follows, reports, news, counts.</summary>
    Task EraseItemsAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken ct);

    /// <summary>The supports that the people gave anywhere, which then no longer count.</summary>
    Task WithdrawSupportsAsync(IReadOnlyCollection<string> personIds, CancellationToken ct);
}
