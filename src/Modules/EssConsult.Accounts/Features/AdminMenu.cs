namespace EssConsult.Accounts.Features;

internal sealed class AdminMenu(CurrentPerson person) : ISlot
{
    public string Name => "admin-menu";

    public int Order => 80;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult(
        person.Can(Permissions.ListUsers) || person.Can(Permissions.ManageRoles) ? new SlotView("/Features/EssConsult.Accounts/Shared/_AdminMenu.cshtml", null) : null);
}
