namespace EssConsult.Content.Display;

internal sealed class HomeItems(ItemAtPath items, CacheTags tags, PageHead head) : IHomeItem
{
    public async Task<HomeItem?> FindAsync(int page, CancellationToken ct)
    {
        var found = await items.FindAsync(string.Empty, ct);
        if (found is not { Item: { } item, MayView: true })
        {
            return null;
        }

        tags.Add(found.OwnerId!);
        var html = await items.RenderAsync(found, Math.Clamp(page, 1, 10_000), ct);
        items.Describe(item, head);
        return new HomeItem(item, html, found.MayEdit);
    }
}
