using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors;

/// <summary>Finds a free address for each new structure of a batch, in one query.</summary>
internal sealed class ActorSlugs
{
    private readonly HashSet<string> taken;

    private ActorSlugs(HashSet<string> taken) => this.taken = taken;

    public static async Task<ActorSlugs> ForAsync(SiteDb db, IEnumerable<(string Name, string? Commune)> actors, CancellationToken ct)
    {
        var wanted = actors.SelectMany(actor => Wishes(actor.Name, actor.Commune)).Distinct().ToList();
        var found = await db.Set<Actor>().Where(actor => wanted.Contains(actor.Slug)).Select(actor => actor.Slug).ToListAsync(ct);

        // Pages of the directory itself live beside the structures.
        return new ActorSlugs([.. found, "proposer"]);
    }

    /// <summary>The name; with the commune when another bears it; with the end of the id when that is taken too.</summary>
    public string Take(string name, string? commune, Guid id)
    {
        var slug = Wishes(name, commune).FirstOrDefault(wish => !taken.Contains(wish)) ?? $"{ActorSlug.Of(name)}-{id.ToString("N")[^8..]}";
        taken.Add(slug);
        return slug;
    }

    private static IEnumerable<string> Wishes(string name, string? commune) =>
        commune is null ? [ActorSlug.Of(name)] : [ActorSlug.Of(name), ActorSlug.Of(name) + "-" + ActorSlug.Of(commune)];
}
