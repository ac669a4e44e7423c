using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

/// <summary>Changes what the directory says of a structure: its contacts and the moderators may.</summary>
internal sealed class ChangeActorHandler(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    /// <returns>Null when there is no such structure, or not for this person.</returns>
    public async Task<Actor?> FindAsync(string slug, CancellationToken ct)
    {
        var actor = await db.Set<Actor>().FirstOrDefaultAsync(row => row.Slug == slug, ct);
        if (actor is null || person.Can(Permissions.ManageActors))
        {
            return actor;
        }

        var isContact = await db.Set<ActorMember>().AnyAsync(
            member => member.ActorId == actor.Id && member.PersonId == person.RequiredId && member.State == MemberState.Accepted && member.Role == MemberRole.Contact, ct);
        return isContact && actor.State == ActorState.Published ? actor : null;
    }

    public async Task HandleAsync(Actor actor, ActorFacts facts, CancellationToken ct)
    {
        if (!actor.Take(facts, clock.UtcNow()))
        {
            return;
        }

        db.Audit(new AuditEntry("actor.change", actor.Id.ToString(), person.RequiredId));
        if (actor.State == ActorState.Published)
        {
            db.Publish(new ActorChanged(actor.Id));
        }

        await db.SaveChangesAsync(ct);
    }
}
