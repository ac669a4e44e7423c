using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

internal sealed record MyActor(Guid MemberId, Guid ActorId, string Name, string Path, ActorState ActorState, MemberRole Role, MemberState State);

internal sealed record ActorRequest(Guid MemberId, Guid ActorId, string ActorName, string PersonId, MemberRole Role, MemberState State, string? Message, DateTime RequestedUtc);

/// <param name="Requests">Other people's memberships in the structures that this person is a contact of; waiting ones first.</param>
internal sealed record MyActors(IReadOnlyList<MyActor> Actors, IReadOnlyList<ActorRequest> Requests, IReadOnlyList<(string Name, string Path)> Proposals);

/// <summary>The structures of the signed-in person, in three queries.</summary>
internal sealed class ListMyActorsHandler(SiteDb db)
{
    private const int Most = 200;

    public async Task<MyActors> HandleAsync(string personId, CancellationToken ct)
    {
        var members = db.Set<ActorMember>();
        var actors = db.Set<Actor>();
        var mine = await members.Where(member => member.PersonId == personId)
            .Join(actors, member => member.ActorId, actor => actor.Id, (member, actor) => new { member, actor })
            .OrderBy(pair => pair.actor.NameKey).Take(Most)
            .Select(pair => new MyActor(pair.member.Id, pair.actor.Id, pair.actor.Name, "/structures/" + pair.actor.Slug, pair.actor.State, pair.member.Role, pair.member.State))
            .ToListAsync(ct);
        var contactOf = mine.Where(own => own is { Role: MemberRole.Contact, State: MemberState.Accepted }).Select(own => own.ActorId).ToList();
        var requests = await Requests(members.Where(member => contactOf.Contains(member.ActorId) && member.PersonId != personId)).ToListAsync(ct);
        var proposals = await actors.Where(actor => actor.ProposedById == personId && actor.State == ActorState.Proposed).OrderBy(actor => actor.NameKey).Take(Most)
            .Select(actor => new { actor.Name, actor.Slug }).ToListAsync(ct);
        return new MyActors(mine, [.. requests.OrderBy(request => request.State != MemberState.Requested)], [.. proposals.Select(actor => (actor.Name, "/structures/" + actor.Slug))]);
    }

    /// <summary>The members of one structure, for its page in the administration.</summary>
    public async Task<IReadOnlyList<ActorRequest>> OfAsync(Guid actorId, CancellationToken ct) =>
        await Requests(db.Set<ActorMember>().Where(member => member.ActorId == actorId)).ToListAsync(ct);

    private IQueryable<ActorRequest> Requests(IQueryable<ActorMember> members) => members
        .Join(db.Set<Actor>(), member => member.ActorId, actor => actor.Id, (member, actor) => new { member, actor })
        .OrderBy(pair => pair.actor.NameKey).ThenBy(pair => pair.member.RequestedUtc).Take(Most)
        .Select(pair => new ActorRequest(
            pair.member.Id, pair.actor.Id, pair.actor.Name, pair.member.PersonId, pair.member.Role, pair.member.State, pair.member.Message, pair.member.RequestedUtc));
}
