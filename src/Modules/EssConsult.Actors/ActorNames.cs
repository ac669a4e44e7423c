using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors;

internal sealed class ActorNames(SiteDb db, SharedReads reads) : IActors
{
    public async Task<IReadOnlyDictionary<Guid, ActorName>> NamesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return await Names(db.Set<Actor>().Where(actor => actor.PublishedUtc != null && wanted.Contains(actor.Id))).ToDictionaryAsync(actor => actor.Id, ct);
    }

    public async Task<IReadOnlyDictionary<Guid, ActorPlace>> PlacesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return await db.Set<Actor>().Where(actor => actor.PublishedUtc != null && wanted.Contains(actor.Id)).Select(actor => new { actor.Id, actor.SectorId, actor.Commune }).ToDictionaryAsync(actor => actor.Id, actor => new ActorPlace(actor.SectorId, actor.Commune), ct);
    }

    public async Task<IReadOnlyDictionary<string, Guid>> ByNameAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var keys = names.Select(TextKey.Of).Where(key => key.Length > 0).Distinct().ToList();
        var found = await db.Set<Actor>().Published().Where(actor => keys.Contains(actor.NameKey)).Select(actor => new { actor.NameKey, actor.Id }).ToListAsync(ct);
        return found.GroupBy(actor => actor.NameKey).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Id);
    }

    // Every page with a form asks, and most people speak for nobody. What may be published is asked anew, by MaySpeakAsync.
    public async Task<IReadOnlyList<ActorName>> SpeakersForAsync(string personId, CancellationToken ct) =>
        (await reads.GetAsync<IReadOnlyList<ActorName>>("speakers " + personId, new CacheTags(), async shown =>
        {
            shown.Add(EvictActorPages.List);
            shown.Add(EvictActorPages.SpeakersFor(personId));
            return await Names(SpokenForBy(personId).OrderBy(actor => actor.NameKey)).ToListAsync(ct);
        }))!;

    public async Task<bool> MaySpeakAsync(string personId, Guid actorId, CancellationToken ct) =>
        await SpokenForBy(personId).AnyAsync(actor => actor.Id == actorId, ct);

    public async Task<IReadOnlyList<string>> SpeakersOfAsync(Guid actorId, CancellationToken ct) => await db.Set<ActorMember>()
        .Where(member => member.ActorId == actorId && member.State == MemberState.Accepted && db.Set<Actor>().Published().Any(actor => actor.Id == actorId))
        .Select(member => member.PersonId).OrderBy(id => id).ToListAsync(ct);

    public async Task<IReadOnlyList<Membership>> MembershipsAsync(IReadOnlyCollection<Guid> actors, IReadOnlyCollection<string> people, CancellationToken ct) => await db.Set<ActorMember>()
        .Where(member => (actors.Contains(member.ActorId) || people.Contains(member.PersonId)) && member.State == MemberState.Accepted && db.Set<Actor>().Published().Any(actor => actor.Id == member.ActorId))
        .OrderBy(member => member.ActorId).ThenBy(member => member.PersonId).Select(member => new Membership(member.ActorId, member.PersonId)).ToListAsync(ct);

    public async Task<IReadOnlyList<ActorTrace>> TracesAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var keys = names.Select(TextKey.Of).Where(key => key.Length > 0).Distinct().ToList();
        return await db.Set<Actor>().Published().Where(actor => ids.Contains(actor.Id) || keys.Contains(actor.NameKey)).OrderBy(actor => actor.NameKey).ThenBy(actor => actor.Id)
            .Select(actor => new ActorTrace(actor.Id, actor.Name, actor.NameKey, actor.Website, actor.Email)).ToListAsync(ct);
    }

    private IQueryable<Actor> SpokenForBy(string personId)
    {
        var accepted = db.Set<ActorMember>().Where(member => member.PersonId == personId && member.State == MemberState.Accepted);
        return db.Set<Actor>().Published().Where(actor => accepted.Any(member => member.ActorId == actor.Id));
    }

    private static IQueryable<ActorName> Names(IQueryable<Actor> actors) =>
        actors.Select(actor => new ActorName(actor.Id, actor.Name, "/structures/" + actor.Slug, actor.IsDemo));
}

internal sealed class EvictActorPages : IEvictsPages
{
    /// <summary>Tag of every page that lists structures.</summary>
    public const string List = "actors";

    /// <summary>Tag of what depends on the structures that accepted a person.</summary>
    public static string SpeakersFor(string personId) => "speakers:" + personId;

    public IEnumerable<string> TagsOf(OutboxEvent happened) =>
        happened.Is<ActorPublished>() || happened.Is<ActorChanged>() || happened.Is<ActorArchived>() ? [List]
        : happened.Is<MembershipDecided>() ? [SpeakersFor(happened.Read<MembershipDecided>().PersonId)]
        : happened.Is<MembershipEnded>() ? [SpeakersFor(happened.Read<MembershipEnded>().PersonId)]
        : [];
}
