using EssConsult.Content.Permits;
using EssConsult.Content.Items;
using EssConsult.Content.Routing;

namespace EssConsult.Content.Display;

/// <param name="Item">The published item, or the embedded one that the address shows.</param>
/// <param name="OwnerId">The id of the item that is stored: what evicts the page.</param>
/// <param name="Owner">The stored item, when the address shows one embedded in it.</param>
/// <param name="MovedTo">Where a former or differently written address leads.</param>
internal sealed record FoundItem(ContentItem? Item, string? OwnerId = null, ContentItem? Owner = null, string? MovedTo = null, bool MayView = false, bool MayEdit = false);

/// <summary>What the page of an address shows, and to whom.</summary>
internal sealed class ItemAtPath(IContentPaths paths, IContentStore store, ContentPermits permits, ContentDisplay display, SiteSettings settings, IMarkup markup)
{
    public async Task<FoundItem> FindAsync(string path, CancellationToken ct)
    {
        if (path.Length == 0)
        {
            return HomeRoute.ContentItemId(settings) is { } home ? await ShowAsync(home, null, ct) : new FoundItem(null);
        }

        var found = await paths.FindAsync(path, ct);
        return found is null ? new FoundItem(null)
            : !found.IsCurrent || path != found.CurrentPath ? new FoundItem(null, MovedTo: found.CurrentPath)
            : await ShowAsync(found.ContentItemId, found.ContainedItemId, ct);
    }

    public Task<string> RenderAsync(FoundItem found, int page, CancellationToken ct) => display.RenderAsync(found.Item!, found.Owner, page, ct);

    public void Describe(ContentItem item, PageHead head)
    {
        head.ContentType = item.ContentType;
        var seo = item.Content["SeoMetaPart"];
        head.Title = seo?["PageTitle"]?.ToString() is { Length: > 0 } title ? title : item.DisplayText;
        head.Description = seo?["MetaDescription"]?.ToString() is { Length: > 0 } description ? description
            : markup.PlainText(item.Part<MarkdownBodyPart>()?.Markdown, 160) is { Length: > 0 } extract ? extract : null;
        head.Robots = seo?["MetaRobots"]?.ToString() is { Length: > 0 } robots ? robots : null;
    }

    private async Task<FoundItem> ShowAsync(string id, string? containedId, CancellationToken ct)
    {
        if (await store.FindAsync(id, ContentVersion.Published, ct) is not { } stored)
        {
            return new FoundItem(null);
        }

        var shown = containedId is null ? stored : EmbeddedItems.Find(stored, containedId);
        return new FoundItem(shown, stored.ContentItemId, containedId is null ? null : stored, MayView: permits.CanView(stored), MayEdit: permits.CanEdit(stored));
    }
}
