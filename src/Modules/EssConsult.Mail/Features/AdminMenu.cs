namespace EssConsult.Mail.Features;

internal sealed class AdminMenu(CurrentPerson person) : ISlot
{
    public string Name => "admin-menu";

    public int Order => 70;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult(
        person.Can(Permissions.ManageMail) ? new SlotView("/Features/EssConsult.Mail/Shared/_AdminMenu.cshtml", null) : null);
}
