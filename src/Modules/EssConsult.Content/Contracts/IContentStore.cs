namespace EssConsult.Content.Contracts;

public enum ContentVersion
{
    Published,
    Latest,
}

/// <summary>
/// Reads and writes items by Orchard's versioning rules (§3.3 of the formats). Writes are staged into the caller's unit of work:
/// nothing is stored before the caller saves.
/// </summary>
public interface IContentStore
{
    /// <summary>A new, unsaved item that belongs to a person.</summary>
    ContentItem New(string contentType, string? ownerId, string? authorName);

    Task<ContentItem?> FindAsync(string contentItemId, ContentVersion which, CancellationToken ct);

    /// <summary>Several items in one query, by id; missing ones are left out.</summary>
    Task<IReadOnlyDictionary<string, ContentItem>> FindManyAsync(IReadOnlyCollection<string> contentItemIds, ContentVersion which, CancellationToken ct);

    /// <summary>The published items of a type, in the order of their list and then of publication, at most 500.</summary>
    Task<IReadOnlyList<ContentItem>> ListAsync(string contentType, ContentVersion which, CancellationToken ct);

    /// <summary>Every version, newest first.</summary>
    Task<IReadOnlyList<ContentItem>> HistoryAsync(string contentItemId, CancellationToken ct);

    /// <summary>Saves as a draft: a published version stays readable until the draft is published.</summary>
    /// <exception cref="RuleException">The item breaks a rule of its definition.</exception>
    Task SaveDraftAsync(ContentItem item, CancellationToken ct);

    /// <summary>Saves and publishes; the version published before becomes history.</summary>
    /// <exception cref="RuleException">The item breaks a rule of its definition.</exception>
    Task PublishAsync(ContentItem item, CancellationToken ct);

    /// <summary>Gives up the draft beside a published version: it stays in the history, what readers see is the newest again.</summary>
    Task DropDraftAsync(string contentItemId, CancellationToken ct);

    Task UnpublishAsync(string contentItemId, CancellationToken ct);

    /// <summary>Soft delete: no version is latest or published any more, all remain.</summary>
    Task RemoveAsync(string contentItemId, CancellationToken ct);

    /// <summary>Deletes every version for good, inside the caller's write transaction: for erasure only. Its address is not given to another.</summary>
    Task EraseAsync(string contentItemId, CancellationToken ct);

    /// <summary>Takes a person's id and name off every version they own or wrote, inside the caller's write transaction.</summary>
    Task ForgetPersonAsync(string personId, CancellationToken ct);

    /// <summary>Puts a person's new name on every version they own, inside the caller's write transaction.</summary>
    Task RenamePersonAsync(string personId, string name, CancellationToken ct);

    /// <summary>Brings an old version back as a new draft.</summary>
    Task<ContentItem?> RestoreAsync(string contentItemVersionId, CancellationToken ct);

    /// <summary>Takes an item as a recipe states it, ids, dates and flags included (import rules of §3.3).</summary>
    /// <returns>False when the same version is already there unchanged.</returns>
    /// <exception cref="RuleException">The item has no id or breaks a rule of its definition.</exception>
    Task<bool> ImportAsync(ContentItem item, CancellationToken ct);
}
