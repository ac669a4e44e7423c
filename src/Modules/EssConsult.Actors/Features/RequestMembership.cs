using EssConsult.Actors.Contracts;

namespace EssConsult.Actors.Features;

/// <summary>Asks a published structure for the right to speak for it.</summary>
internal sealed class RequestMembershipHandler(SiteDb db, TimeProvider clock)
{
    /// <exception cref="RuleException">This person asked before.</exception>
    public async Task HandleAsync(Guid actorId, string? message, string personId, CancellationToken ct)
    {
        db.Add(new ActorMember { ActorId = actorId, PersonId = personId, Message = string.IsNullOrWhiteSpace(message) ? null : message.Trim(), RequestedUtc = clock.UtcNow() });
        db.Publish(new MembershipRequested(actorId, personId));
        await db.SaveChangesAsync(ct);
    }
}
