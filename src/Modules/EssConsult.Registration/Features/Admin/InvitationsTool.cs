
namespace EssConsult.Registration.Features.Admin;

/// <summary>The button to the invitations of an event.</summary>
internal sealed class InvitationsTool : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult(model is string id ? new SlotView("/Features/EssConsult.Registration/Admin/_InvitationsTool.cshtml", id) : null);
}
