using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features.Admin;

internal sealed class ProposedActors(SiteDb db) : IWaiting
{
    public string Address => "/admin/structures";

    public (string One, string Several) Words => ("structure proposée", "structures proposées");

    public Task<int> CountAsync(CancellationToken ct) => db.Set<Actor>().CountAsync(actor => actor.State == ActorState.Proposed, ct);
}
