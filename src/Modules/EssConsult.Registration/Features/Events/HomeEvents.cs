using EssConsult.Registration.Events;
using EssConsult.Registration.Features.Register;

namespace EssConsult.Registration.Features.Events;

/// <summary>The next rendez-vous on the home page, with its places left.</summary>
internal sealed class HomeEvents(EventBook events, EventChoices choices, CacheTags tags, TimeProvider clock) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var now = clock.UtcNow();
        tags.Add(EventEviction.Lists);
        if (events.All.FirstOrDefault(row => row.StartsUtc > now && row.ParentId is null && !row.IsCancelled) is not { } next)
        {
            return null;
        }

        tags.Add(next.ContentItemId);
        var left = await choices.LeftAsync([next.ContentItemId], ct);
        return new SlotView("/Features/EssConsult.Registration/Events/_Home.cshtml", new EventCard(next, left.GetValueOrDefault(next.ContentItemId), 0, IsOver: false));
    }
}
