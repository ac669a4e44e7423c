using EssConsult.Content.Menus;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.SiteMap;

internal sealed record SitePage(string Title, string Url);

/// <param name="Title">The menu's word; for pages that the main menu does not lead to, a phrase.</param>
/// <param name="Url">Null for a branch that is no page itself.</param>
/// <param name="Pages">What lies below it.</param>
internal sealed record SiteBranch(string Title, string? Url, IReadOnlyList<SitePage> Pages);

/// <summary>The main menu, and below each entry the pages whose address begins with its own; then the footer's pages and those that no menu leads to.</summary>
internal sealed class ReadSiteMap(SiteDb db, MenuBook menus)
{
    /// <summary>A longer list is left to its own page.</summary>
    private const int LongList = 40;
    private const int MaxPages = 2_000;

    public async Task<IReadOnlyList<SiteBranch>> ReadAsync(CancellationToken ct)
    {
        var pages = await PagesAsync(ct);
        var main = menus.Find("main-menu").SelectMany(WithChildren).DistinctBy(entry => entry.Url).ToList();
        var footer = menus.Find("footer-menu").SelectMany(WithChildren).Select(entry => new SitePage(entry.Text, entry.Url));
        var known = main.Select(entry => entry.Url).Concat(footer.Select(page => page.Url)).ToHashSet();
        var alone = pages.Where(page => !page.Url[2..].Contains('/', StringComparison.Ordinal) && !known.Contains(page.Url));
        return
        [
            .. main.Select(entry => new SiteBranch(entry.Text, entry.Url, Below(entry.Url, pages))),
            new SiteBranch("À propos de ce site", null, [.. alone.Concat(footer)]),
        ];
    }

    private async Task<List<SitePage>> PagesAsync(CancellationToken ct) =>
        await db.Set<ContentRow>().AsNoTracking().Where(row => row.Published && row.Path != null && row.Path != "" && row.ContentType != "Taxonomy")
            .OrderBy(row => row.ListOrder).ThenBy(row => row.Path).Take(MaxPages)
            .Select(row => new SitePage(row.DisplayText ?? row.Path!, "~/" + row.Path)).ToListAsync(ct);

    private static List<SitePage> Below(string url, List<SitePage> pages)
    {
        var below = url.Length <= 2 ? [] : pages.FindAll(page => page.Url.StartsWith(url + "/", StringComparison.Ordinal));
        return below.Count > LongList ? [] : below;
    }

    private static IEnumerable<MenuEntry> WithChildren(MenuEntry entry) => entry.Children.SelectMany(WithChildren).Prepend(entry);
}
