using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features.Admin;

/// <summary>Publishes, archives, and adds structures: one transaction for all that were chosen.</summary>
internal sealed class DecideActorsHandler(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    private const int Most = 500;

    /// <returns>How many changed.</returns>
    public Task<int> PublishAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        DecideAsync(ids, "actor.publish", (actor, now) =>
        {
            var first = actor.PublishedUtc is null;
            return actor.Publish(now) ? new ActorPublished(actor.Id, first) : null;
        }, ct);

    /// <returns>How many changed.</returns>
    public Task<int> ArchiveAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        DecideAsync(ids, "actor.archive", (actor, now) =>
        {
            var wasProposal = actor.PublishedUtc is null;
            return actor.Archive(now) ? new ActorArchived(actor.Id, wasProposal) : null;
        }, ct);

    public async Task<Actor> AddAsync(ActorFacts facts, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var id = Guid.CreateVersion7();
        var slugs = await ActorSlugs.ForAsync(db, [(facts.Name, facts.Commune)], ct);
        var actor = new Actor { Id = id, Slug = slugs.Take(facts.Name, facts.Commune, id), CreatedUtc = now };
        actor.Take(facts, now);
        actor.Publish(now);
        db.Add(actor);
        db.Publish(new ActorPublished(id));
        db.Audit(new AuditEntry("actor.publish", id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
        return actor;
    }

    private async Task<int> DecideAsync(IReadOnlyCollection<Guid> ids, string act, Func<Actor, DateTime, IEvent?> decide, CancellationToken ct)
    {
        var chosen = ids.Take(Most).ToList();
        var now = clock.UtcNow();
        var count = 0;
        foreach (var actor in await db.Set<Actor>().Where(actor => chosen.Contains(actor.Id)).ToListAsync(ct))
        {
            if (decide(actor, now) is { } happened)
            {
                db.Publish(happened);
                db.Audit(new AuditEntry(act, actor.Id.ToString(), person.RequiredId));
                count++;
            }
        }

        await db.SaveChangesAsync(ct);
        return count;
    }
}
