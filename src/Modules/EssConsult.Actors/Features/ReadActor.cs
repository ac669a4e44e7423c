using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

/// <param name="Membership">What the reader asked of this structure, and its answer; null for everybody else.</param>
internal sealed record ActorView(Actor Actor, int Members, ActorMember? Membership, Sector? Sector, string Hue, bool MayEdit);

/// <summary>One structure as the reader may see it. One that was never published, waiting or refused, is seen by who proposed it and by moderators alone.</summary>
internal sealed class ReadActorHandler(SiteDb db, CurrentPerson person, Sectors sectors)
{
    public async Task<ActorView?> HandleAsync(string slug, CancellationToken ct)
    {
        var actor = await db.Set<Actor>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug, ct);
        var manages = person.Can(Permissions.ManageActors);
        if (actor is null || (actor.PublishedUtc is null && !manages && (person.Id is null || actor.ProposedById != person.Id)))
        {
            return null;
        }

        var members = await db.Set<ActorMember>().CountAsync(member => member.ActorId == actor.Id && member.State == MemberState.Accepted, ct);
        var own = person.Id is { } id ? await db.Set<ActorMember>().AsNoTracking().FirstOrDefaultAsync(member => member.ActorId == actor.Id && member.PersonId == id, ct) : null;
        var sector = actor.SectorId is { } term ? sectors.Find(term) ?? new Sector(term, term) : null;
        return new ActorView(actor, members, own, sector, sectors.Hue(actor.SectorId), manages || own is { State: MemberState.Accepted, Role: MemberRole.Contact });
    }
}
