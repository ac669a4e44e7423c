namespace EssConsult.Content.Contracts;

/// <summary>
/// Finds what lives at an address. A module that shows a type on a page of its own (« /contributions/{slug} ») asks here; its route
/// wins over the site's catch-all page because it is more particular.
/// </summary>
public interface IContentPaths
{
    /// <param name="path">With or without slashes at the ends, in any case.</param>
    /// <param name="ct">Ends the query.</param>
    /// <returns>Null when no item ever had the address.</returns>
    Task<ContentPath?> FindAsync(string path, CancellationToken ct);
}

/// <param name="ContentItemId">The item, published or not: a removed item keeps its address.</param>
/// <param name="IsCurrent">False for a former address: answer with a permanent redirection to <paramref name="CurrentPath"/>.</param>
/// <param name="CurrentPath">Without slashes at the ends.</param>
/// <param name="ContainedItemId">The embedded item (a term, an item of a bag) that the address shows; null for the item itself.</param>
public sealed record ContentPath(string ContentItemId, bool IsCurrent, string CurrentPath, string? ContainedItemId);
