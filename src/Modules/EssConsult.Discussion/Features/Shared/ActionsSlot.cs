using EssConsult.Discussion.Rules;

namespace EssConsult.Discussion.Features.Shared;

/// <summary>What a reader can do with an item: support, follow, share, report.</summary>
internal sealed class ActionsSlot(Standings standings) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        model is string contentItemId && await standings.OfAsync(contentItemId, ct) is { Rules.Visible: true } standing
            ? new SlotView("/Features/EssConsult.Discussion/Shared/_Actions.cshtml", standing)
            : null;
}
