using EssConsult.Content.Contact;

namespace EssConsult.Content.Features.Contact;

/// <summary>On the first page of the administration: how many messages wait.</summary>
internal sealed class MessagesWaiting(ReceivedMessages received, CurrentPerson person) : ISlot
{
    public string Name => "admin-todo";

    public int Order => 30;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var waiting = person.Can(Permissions.ManageContactMessages) ? await received.CountWaitingAsync(ct) : 0;
        return waiting == 0 ? null : new SlotView("/Features/EssConsult.Content/Contact/_MessagesWaiting.cshtml", waiting);
    }
}
