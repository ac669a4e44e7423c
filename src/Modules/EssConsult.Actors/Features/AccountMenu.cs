namespace EssConsult.Actors.Features;

/// <summary>« Mes structures » in the account menu.</summary>
internal sealed class AccountMenu : ISlot
{
    public int Order => 30;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult<SlotView?>(SlotView.Line("/compte/structures", "Mes structures"));
}
