namespace EssConsult.Contributions.Features.Mine;

/// <summary>The line of the account's menu.</summary>
internal sealed class MineMenu(CurrentPerson person) : ISlot
{
    public int Order => -10;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult(person.IsSignedIn ? SlotView.Line("/compte/contributions", "Mes contributions") : null);
}
