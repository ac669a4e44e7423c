using EssConsult.Registration.Events;
using EssConsult.Registration.Features.Register;

namespace EssConsult.Registration.Features.Events;

/// <param name="Left">Seats by workshop.</param>
internal sealed record WorkshopsView(IReadOnlyList<IGrouping<string, EventRow>> Slots, IReadOnlyDictionary<string, SeatsLeft> Left);

/// <summary>The workshops of a plenary, under its page, slot by slot with their places left.</summary>
internal sealed class WorkshopsSlot(EventBook events, EventChoices choices, CacheTags tags) : ISlot
{
    public int Order => -10;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not ContentItem item || item.Content[nameof(EventPart)] is null || events.SlotsOf(item.ContentItemId) is not { Count: > 0 } slots)
        {
            return null;
        }

        var ids = slots.SelectMany(slot => slot).Select(workshop => workshop.ContentItemId).ToList();
        ids.ForEach(tags.Add);
        return new SlotView("/Features/EssConsult.Registration/Events/_Workshops.cshtml", new WorkshopsView(slots, await choices.LeftAsync(ids, ct)));
    }
}
