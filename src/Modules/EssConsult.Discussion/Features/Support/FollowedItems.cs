namespace EssConsult.Discussion.Features.Support;

/// <summary>Beside a person's news: what they follow, and may leave.</summary>
internal sealed class FollowedItems(SiteDb db, CurrentPerson person) : ISlot
{
    private const int Shown = 100;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var me = person.RequiredId;
        return new SlotView("/Features/EssConsult.Discussion/Support/_FollowedItems.cshtml", await (
            from follow in db.Set<FollowRow>()
            join item in db.Set<ContentRow>() on follow.ContentItemId equals item.ContentItemId
            where follow.PersonId == me && item.Published
            orderby follow.SinceUtc descending
            select new FollowedItem(item.ContentItemId, item.DisplayText ?? string.Empty, "/" + item.Path)).Take(Shown).ToListAsync(ct));
    }
}

internal sealed record FollowedItem(string Id, string Title, string Url);
