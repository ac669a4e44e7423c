using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Actors;

internal sealed class DemoActors(SiteDb db, IHostEnvironment environment, TimeProvider clock) : IDemoActors
{
    private const string Demonstration = "demo";

    public async Task PutAsync(IReadOnlyList<DemoActor> actors, CancellationToken ct)
    {
        if (environment.IsProduction())
        {
            throw new RuleException("actor.demo", "Les structures fictives sont refusées en production.");
        }

        var now = clock.UtcNow();
        var keys = actors.Select(Key).ToList();
        var known = await db.Set<Actor>().Where(actor => keys.Contains(actor.ExternalKey!)).ToDictionaryAsync(actor => actor.ExternalKey!, ct);
        var ids = known.Values.Select(actor => actor.Id).ToList();
        var members = (await db.Set<ActorMember>().Where(member => ids.Contains(member.ActorId)).ToListAsync(ct))
            .Select(member => (member.ActorId, member.PersonId)).ToHashSet();
        var slugs = await ActorSlugs.ForAsync(db, actors.Select(actor => (actor.Name, actor.Commune)), ct);

        foreach (var told in actors)
        {
            var actor = known.GetValueOrDefault(Key(told)) ?? New(told, slugs, now);
            var changed = actor.Take(new ActorFacts
            {
                Name = told.Name, Family = told.Family, SectorId = told.SectorTermId, Commune = told.Commune, Description = told.Description, Website = told.Website,
            }, now);
            if (actor.Publish(now))
            {
                db.Publish(new ActorPublished(actor.Id));
            }
            else if (changed)
            {
                db.Publish(new ActorChanged(actor.Id));
            }

            foreach (var personId in (told.Members ?? []).Where(personId => members.Add((actor.Id, personId))))
            {
                var member = new ActorMember { ActorId = actor.Id, PersonId = personId, Role = MemberRole.Contact, RequestedUtc = now };
                member.Decide(accept: true, Demonstration, now);
                db.Add(member);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    public Task<int> CountAsync(CancellationToken ct) => db.Set<Actor>().CountAsync(actor => actor.IsDemo, ct);

    public async Task<int> RemoveAllAsync(CancellationToken ct)
    {
        var actors = await db.Set<Actor>().Where(actor => actor.IsDemo).ToListAsync(ct);
        foreach (var actor in actors)
        {
            db.Remove(actor);
            db.Publish(new ActorArchived(actor.Id));
        }

        await db.SaveChangesAsync(ct);
        return actors.Count;
    }

    private static string Key(DemoActor told) => "demo:" + told.ActorId;

    private Actor New(DemoActor told, ActorSlugs slugs, DateTime now)
    {
        var id = Guid.CreateVersion7();
        var actor = new Actor { Id = id, Slug = slugs.Take(told.Name, told.Commune, id), ExternalKey = Key(told), IsDemo = true, CreatedUtc = now };
        db.Add(actor);
        return actor;
    }
}
