namespace EssConsult.Content.Contracts;

/// <summary>The item that stands in the place of the site's own home page: Orchard's <c>HomeRoute</c>, set by a recipe or by an item that is to be the home page.</summary>
public interface IHomeItem
{
    /// <summary>Names the item to the page: its title, and what evicts it when it is kept.</summary>
    /// <param name="page">The page of its list, from 1.</param>
    /// <param name="ct">Ends the queries; there is none on a site without such an item.</param>
    /// <returns>Null when the site has no such item, or the present person may not read it.</returns>
    Task<HomeItem?> FindAsync(int page, CancellationToken ct);
}

/// <param name="Item">The published version.</param>
/// <param name="Html">As its own page shows it. Safe.</param>
/// <param name="MayEdit">Whether the present person may change it.</param>
public sealed record HomeItem(ContentItem Item, string Html, bool MayEdit);
