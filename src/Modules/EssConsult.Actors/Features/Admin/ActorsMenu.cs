using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features.Admin;

/// <summary>The directory's line in the administration's menu, with how many proposals wait.</summary>
internal sealed class ActorsMenu(SiteDb db, CurrentPerson person) : ISlot
{
    public string Name => "admin-menu";

    public int Order => 40;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => person.Can(Permissions.ManageActors)
        ? new SlotView("/Features/EssConsult.Actors/Admin/ActorsMenu.cshtml", await db.Set<Actor>().CountAsync(actor => actor.State == ActorState.Proposed, ct))
        : null;
}
