namespace EssConsult.Notifications.Features.News;

/// <summary>The line of the account's menu; the bell beside it has the number.</summary>
internal sealed class NewsMenu(CurrentPerson person) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult(person.IsSignedIn ? SlotView.Line("/compte/notifications", "Mes nouvelles") : null);
}
