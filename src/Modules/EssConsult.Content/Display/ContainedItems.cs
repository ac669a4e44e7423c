using EssConsult.Content.Items;
using EssConsult.Content.Taxonomies;
using EssConsult.Content.Templating;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Display;

internal sealed record ListPartSettings
{
    public int PageSize { get; init; } = 10;

    public IReadOnlyList<string> ContainedContentTypes { get; init; } = [];

    public bool EnableOrdering { get; init; }
}

internal sealed record ContainedPage(IReadOnlyList<ContentItem> Items, Pager? Pager);

/// <summary>One page of what an item holds: the children of its list, or what carries the term that it is.</summary>
internal sealed class ContainedItems(SiteDb db, IContentDefinitions definitions, CacheTags tags)
{
    private const int MaxPageSize = 100;

    public async Task<ContainedPage> OfAsync(ContentItem item, int page, CancellationToken ct)
    {
        var published = db.Set<ContentRow>().AsNoTracking().Where(row => row.Published);
        if (definitions.FindType(item.ContentType)?.FindPart("ListPart") is { } list)
        {
            var settings = list.Settings.Read<ListPartSettings>() ?? new ListPartSettings();
            foreach (var type in settings.ContainedContentTypes)
            {
                tags.Add(ContentTags.Type(type));
            }

            var children = published.Where(row => row.ListContentItemId == item.ContentItemId);
            return await PageAsync(children.OrderBy(row => row.ListOrder).ThenByDescending(row => row.PublishedUtc).ThenBy(row => row.ContentItemId), page, settings.PageSize, ct);
        }

        if (item.Content.ContainsKey("TermPart"))
        {
            tags.Add(ContentTags.Term(item.ContentItemId));
            var bearers = db.Set<TermUse>().Where(use => use.TermContentItemId == item.ContentItemId).Select(use => use.ContentItemId);
            return await PageAsync(published.Where(row => bearers.Contains(row.ContentItemId)).OrderByDescending(row => row.PublishedUtc).ThenBy(row => row.ContentItemId), page, 20, ct);
        }

        return new ContainedPage([], null);
    }

    private static async Task<ContainedPage> PageAsync(IOrderedQueryable<ContentRow> rows, int page, int size, CancellationToken ct)
    {
        size = Math.Clamp(size, 1, MaxPageSize);
        var found = await rows.Skip((page - 1) * size).Take(size + 1).ToListAsync(ct);
        var pager = page > 1 || found.Count > size ? new Pager(page > 1 ? page - 1 : null, found.Count > size ? page + 1 : null) : null;
        return new ContainedPage([.. found.Take(size).Select(row => row.ToItem())], pager);
    }
}
