namespace EssConsult.Accounts.Features;

/// <summary>In the header: a link to come in, or the person's menu.</summary>
internal sealed class AccountSlot(CurrentPerson person) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult<SlotView?>(new SlotView($"/Features/EssConsult.Accounts/Shared/{(person.IsSignedIn ? "_AccountMenu" : "_SignInLink")}.cshtml", null));
}
