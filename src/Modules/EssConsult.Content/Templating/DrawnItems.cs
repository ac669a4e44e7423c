using EssConsult.Content.Display;
using EssConsult.Content.Items;
using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Templating;

/// <summary>Published items that a template asks for by a handle, and their HTML; nothing outside a request.</summary>
internal static class DrawnItems
{
    private const string Depth = "drawn-items-depth";
    private const int MaxDepth = 12;
    private const int MostAliases = 500;

    /// <param name="http">The request in which the template runs.</param>
    /// <param name="handle"><c>alias:x</c>, <c>slug:path</c>, <c>contentitemid:id</c> or an id (§3.3 of the formats).</param>
    /// <returns>Null when readers see no such item.</returns>
    public static async Task<ContentItem?> FindAsync(IHttpContextAccessor http, string handle)
    {
        if (http.HttpContext is not { } context)
        {
            return null;
        }

        var (kind, key) = handle.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (handle[..colon].ToUpperInvariant(), handle[(colon + 1)..]) : (string.Empty, handle);
        var published = context.RequestServices.GetRequiredService<SiteDb>().Set<ContentRow>().AsNoTracking().Where(row => row.Published);
        var path = key.Trim('/');
        if (kind == "ALIAS")
        {
            return await ByAliasAsync(published, context, key);
        }

        // Each form is one that its database answers from an index.
        var row = await (kind == "SLUG" ? published.Where(found => found.Path == path) : published.Where(found => found.ContentItemId == key)).FirstOrDefaultAsync(context.RequestAborted);
        return Shown(context, row?.ToItem());
    }

    /// <summary>What the present reader may see; a kept page is then made again when such an item changes.</summary>
    private static ContentItem? Shown(HttpContext context, ContentItem? item)
    {
        if (item is null || !context.RequestServices.GetRequiredService<ContentPermits>().CanView(item))
        {
            return null;
        }

        context.RequestServices.GetRequiredService<CacheTags>().Add(ContentTags.Type(item.ContentType));
        return item;
    }

    /// <summary>Items with an alias are those of a few types (menus, lists of themes), a few of each: they are read, not searched for.</summary>
    private static async Task<ContentItem?> ByAliasAsync(IQueryable<ContentRow> published, HttpContext context, string alias)
    {
        var types = context.RequestServices.GetRequiredService<IContentDefinitions>().Types.Where(type => type.FindPart(nameof(AliasPart)) is not null).Select(type => type.Name).ToList();
        var rows = await published.Where(row => types.Contains(row.ContentType)).OrderBy(row => row.CreatedUtc).Take(MostAliases).ToListAsync(context.RequestAborted);
        return Shown(context, rows.Select(row => row.ToItem()).FirstOrDefault(item => string.Equals(item.Part<AliasPart>()?.Alias, alias, StringComparison.OrdinalIgnoreCase)));
    }

    public static async Task<string> OfAsync(IHttpContextAccessor http, string handle, string? displayType) =>
        await FindAsync(http, handle) is { } item ? await OfAsync(http, item, displayType) : string.Empty;

    public static async Task<string> OfAsync(IHttpContextAccessor http, ContentItem item, string? displayType)
    {
        if (http.HttpContext is not { } context)
        {
            return string.Empty;
        }

        var display = context.RequestServices.GetRequiredService<ContentDisplay>();
        return await DeeperAsync(context, () => displayType is "Summary" ? display.SummaryAsync(item, context.RequestAborted) : display.RenderAsync(item, null, 1, context.RequestAborted));
    }

    /// <param name="http">The request in which the template runs.</param>
    /// <param name="embedded">An item that stands in another: a widget of a flow, a term.</param>
    /// <param name="displayType">In full unless it says <c>Summary</c>.</param>
    /// <param name="page">The item whose template asks.</param>
    public static async Task<string> OfAsync(IHttpContextAccessor http, ContentItem embedded, string? displayType, ContentItem? page) => http.HttpContext is not { } context ? string.Empty
        : await DeeperAsync(context, () => displayType is "Summary"
            ? context.RequestServices.GetRequiredService<ContentDisplay>().SummaryAsync(embedded, context.RequestAborted)
            : context.RequestServices.GetRequiredService<PartDisplay>().EmbeddedAsync(embedded, page ?? embedded, context.RequestAborted));

    /// <summary>What draws itself again, by whatever way, ends after a few turns.</summary>
    public static async Task<string> DeeperAsync(HttpContext context, Func<Task<string>> draw)
    {
        if ((context.Items[Depth] as int? ?? 0) is var depth && depth >= MaxDepth)
        {
            return string.Empty;
        }

        context.Items[Depth] = depth + 1;
        try
        {
            return await draw();
        }
        finally
        {
            context.Items[Depth] = depth;
        }
    }
}
