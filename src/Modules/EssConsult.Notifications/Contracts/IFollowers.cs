namespace EssConsult.Notifications.Contracts;

/// <summary>Who wants news of an item. Each call belongs to the caller's write transaction.</summary>
public interface IFollowers
{
    /// <returns>False when the person followed it already.</returns>
    Task<bool> AddAsync(string contentItemId, string personId, CancellationToken ct);

    /// <returns>False when the person did not follow it.</returns>
    Task<bool> RemoveAsync(string contentItemId, string personId, CancellationToken ct);
}
