namespace EssConsult.Subscriptions.Features;

/// <summary>The invitation at the foot of the home page. It leads to the form's own page: the home page is kept for visitors, and a form is not.</summary>
internal sealed class HomeInform(IProcesses processes) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult<SlotView?>(new SlotView("/Features/EssConsult.Subscriptions/_HomeInform.cshtml", model is string id && processes.Find(id) is { IsArchived: false } process ? process.Id : SubscriptionTopic.Coming));
}

/// <summary>The same beside a démarche; nothing more will happen in an archived one.</summary>
internal sealed class ProcessInform(IProcesses processes) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult(model is string id && processes.Find(id) is { IsArchived: false } process ? new SlotView("/Features/EssConsult.Subscriptions/_ProcessInform.cshtml", process) : null);
}
