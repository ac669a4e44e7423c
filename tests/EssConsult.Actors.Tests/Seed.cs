using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Security;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Tests;

/// <summary>Structures and people that a test makes for itself.</summary>
internal static class Seed
{
    /// <summary>A word that no other test uses.</summary>
    public static string Word() => "w" + Guid.CreateVersion7().ToString("N")[^10..];

    public static async Task<Actor> ActorAsync(this Site site, string name, ActorFacts? facts = null, ActorState state = ActorState.Published) =>
        (await site.ActorsAsync([name], facts, state))[0];

    public static async Task<IReadOnlyList<Actor>> ActorsAsync(this Site site, IEnumerable<string> names, ActorFacts? facts = null, ActorState state = ActorState.Published)
    {
        var actors = names.Select(name => New(name, facts ?? new ActorFacts { Name = name, Family = ActorFamily.Association }, state, site.Clock.UtcNow())).ToList();
        await site.InDatabaseAsync(async db =>
        {
            foreach (var actor in actors)
            {
                db.Add(actor);
                db.Publish(state == ActorState.Archived ? new ActorArchived(actor.Id) : new ActorPublished(actor.Id));
            }

            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
        return actors;
    }

    public static async Task<ActorMember> MemberAsync(this Site site, Actor actor, Visitor visitor, MemberRole role = MemberRole.Member, bool accepted = true)
    {
        var member = new ActorMember { ActorId = actor.Id, PersonId = visitor.PersonId!, Role = role, RequestedUtc = site.Clock.UtcNow() };
        if (accepted)
        {
            member.Decide(accept: true, "test", site.Clock.UtcNow());
        }

        await site.InDatabaseAsync(async db =>
        {
            db.Add(member);
            await db.SaveChangesAsync();
        });
        return member;
    }

    public static Task<Actor?> FindAsync(this Site site, string name) =>
        site.InDatabaseAsync(db => db.Set<Actor>().AsNoTracking().FirstOrDefaultAsync(actor => actor.Name == name));

    public static Task<Visitor> ModeratorAsync(this Site site) => site.SignInAsync("Facilitator", "ManageActors", "AccessAdminPanel");

    private static Actor New(string name, ActorFacts facts, ActorState state, DateTime now)
    {
        var id = Guid.CreateVersion7();
        var actor = new Actor { Id = id, Slug = $"{ActorSlug.Of(name)}-{id.ToString("N")[^6..]}", CreatedUtc = now };
        actor.Take(facts with { Name = name }, now);
        _ = state != ActorState.Proposed && actor.Publish(now);
        _ = state == ActorState.Archived && actor.Archive(now);
        return actor;
    }
}
