using EssConsult.Discussion.News;

namespace EssConsult.Discussion.Features.News;

/// <summary>The line of the account's menu, with how many are new.</summary>
internal sealed class NewsMenu(SiteDb db, NewsList list, UnreadNews unread, CurrentPerson person) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => person.Id is { } id
        ? SlotView.Line("/compte/notifications", "Mes nouvelles", await unread.CountAsync(db, list, id, ct))
        : null;
}
