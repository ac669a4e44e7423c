using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors;

/// <summary>Who leaves the site no longer speaks for any structure; what the person wrote to a structure goes too.</summary>
internal sealed class ForgetPerson(SiteDb db) : IHandle<PersonErased>
{
    public async Task HandleAsync(PersonErased happened, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<ActorMember>().Where(member => member.PersonId == happened.PersonId).ToListAsync(ct));
        foreach (var actor in await db.Set<Actor>().Where(actor => actor.ProposedById == happened.PersonId).ToListAsync(ct))
        {
            actor.ProposedById = null;
        }
    }
}
