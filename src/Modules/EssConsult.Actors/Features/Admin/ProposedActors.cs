using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features.Admin;

/// <summary>Proposed structures, and requests to speak for those that have nobody to answer them.</summary>
internal sealed class ProposedActors(SiteDb db) : IWaiting
{
    public string Address => "/admin/structures";

    public (string One, string Several) Words => ("structure ou demande à lire", "structures et demandes à lire");

    public async Task<int> CountAsync(CancellationToken ct)
    {
        var members = db.Set<ActorMember>();
        return await db.Set<Actor>().CountAsync(actor => actor.State == ActorState.Proposed, ct)
            + await members.CountAsync(
                asked => asked.State == MemberState.Requested && db.Set<Actor>().Any(actor => actor.Id == asked.ActorId && actor.State == ActorState.Published)
                    && !members.Any(contact => contact.ActorId == asked.ActorId && contact.State == MemberState.Accepted && contact.Role == MemberRole.Contact), ct);
    }
}
