namespace EssConsult.Registration.Tickets;

/// <summary>Papers and door in the head of an event's page.</summary>
internal sealed class EventToolsSlot : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult<SlotView?>(new SlotView("/Features/EssConsult.Registration/Tickets/_EventTools.cshtml", (string)model!));
}
