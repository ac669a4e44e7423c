using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

/// <summary>Stores a proposal for moderation; who speaks for the structure asks at the same time to be its contact.</summary>
internal sealed class ProposeActorHandler(SiteDb db, TimeProvider clock)
{
    public const int MaxPending = 10;

    /// <exception cref="RuleException">The directory has it already, or too many proposals of this person wait.</exception>
    public async Task<Actor> HandleAsync(ActorFacts facts, bool speaksForIt, string personId, CancellationToken ct)
    {
        var key = TextKey.Of(facts.Name);
        if (await db.Set<Actor>().AnyAsync(known => known.NameKey == key && known.Commune == facts.Commune && known.State != ActorState.Archived, ct))
        {
            throw new RuleException("actor.known", "Cette structure est déjà dans l’annuaire, ou déjà proposée.") { Field = "Form.Name" };
        }

        if (await db.Set<Actor>().CountAsync(waiting => waiting.ProposedById == personId && waiting.State == ActorState.Proposed, ct) >= MaxPending)
        {
            throw new RuleException("actor.proposals", "Dix de vos propositions attendent déjà une réponse : laissez-nous les lire d’abord.");
        }

        var now = clock.UtcNow();
        var id = Guid.CreateVersion7();
        var slugs = await ActorSlugs.ForAsync(db, [(facts.Name, facts.Commune)], ct);
        var actor = new Actor { Id = id, Slug = slugs.Take(facts.Name, facts.Commune, id), ProposedById = personId, CreatedUtc = now };
        actor.Take(facts, now);
        db.Add(actor);
        if (speaksForIt)
        {
            db.Add(new ActorMember { ActorId = id, PersonId = personId, Role = MemberRole.Contact, RequestedUtc = now });
        }

        db.Publish(new ActorProposed(id, personId));
        await db.SaveChangesAsync(ct);
        return actor;
    }
}
