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
