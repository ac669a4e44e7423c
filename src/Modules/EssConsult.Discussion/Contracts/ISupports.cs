namespace EssConsult.Discussion.Contracts;

public interface ISupports
{
    /// <returns>False when the person supported it already: one support a person.</returns>
    /// <exception cref="RuleException">Supports are closed.</exception>
    Task<bool> GiveAsync(string contentItemId, string personId, CancellationToken ct);

    /// <returns>False when there was none.</returns>
    /// <exception cref="RuleException">Supports are closed.</exception>
    Task<bool> WithdrawAsync(string contentItemId, string personId, CancellationToken ct);

    /// <summary>Which of the items the person supports.</summary>
    Task<IReadOnlySet<string>> OfAsync(string personId, IReadOnlyCollection<string> contentItemIds, CancellationToken ct);
}

public interface IFollows
{
    /// <returns>False when the person followed it already.</returns>
    Task<bool> FollowAsync(string contentItemId, string personId, CancellationToken ct);

    Task<bool> UnfollowAsync(string contentItemId, string personId, CancellationToken ct);

    /// <summary>Items that the person follows, newest first.</summary>
    Task<IReadOnlyList<string>> OfAsync(string personId, int limit, CancellationToken ct);
}
