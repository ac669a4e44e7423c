using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

internal sealed record MyActor(Guid MemberId, Guid ActorId, string Name, string Path, ActorState ActorState, MemberRole Role, MemberState State);

/// <param name="Person">Null when the account is gone.</param>
internal sealed record ActorRequest(Guid MemberId, Guid ActorId, string ActorName, PersonName? Person, MemberRole Role, MemberState State, string? Message, DateTime RequestedUtc);

/// <param name="NamesActors">Several structures may be in it.</param>
internal sealed record MembersView(IReadOnlyList<ActorRequest> Requests, bool NamesActors);

/// <param name="Requests">Other people's memberships in the structures that this person is a contact of; waiting ones first.</param>
internal sealed record MyActors(IReadOnlyList<MyActor> Actors, IReadOnlyList<ActorRequest> Requests, IReadOnlyList<(string Name, string Path)> Proposals);

/// <summary>The structures of the signed-in person, in four queries.</summary>
internal sealed class ListMyActorsHandler(SiteDb db, IPeople people)
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
        var requests = await RequestsAsync(members.Where(member => contactOf.Contains(member.ActorId) && member.PersonId != personId), ct);
        var proposals = await actors.Where(actor => actor.ProposedById == personId && actor.State == ActorState.Proposed).OrderBy(actor => actor.NameKey).Take(Most)
            .Select(actor => new { actor.Name, actor.Slug }).ToListAsync(ct);
        return new MyActors(mine, [.. requests.OrderBy(request => request.State != MemberState.Requested)], [.. proposals.Select(actor => (actor.Name, "/structures/" + actor.Slug))]);
    }

    /// <summary>The members of one structure, for its page in the administration.</summary>
    public Task<IReadOnlyList<ActorRequest>> OfAsync(Guid actorId, CancellationToken ct) =>
        RequestsAsync(db.Set<ActorMember>().Where(member => member.ActorId == actorId), ct);

    private async Task<IReadOnlyList<ActorRequest>> RequestsAsync(IQueryable<ActorMember> members, CancellationToken ct)
    {
        var pairs = await members.Join(db.Set<Actor>(), member => member.ActorId, actor => actor.Id, (member, actor) => new { Member = member, actor.Name, actor.NameKey })
            .OrderBy(pair => pair.NameKey).ThenBy(pair => pair.Member.RequestedUtc).Take(Most).AsNoTracking().ToListAsync(ct);
        var names = await people.NamesAsync(pairs.Select(pair => pair.Member.PersonId), ct);
        return [.. pairs.Select(pair => new ActorRequest(
            pair.Member.Id, pair.Member.ActorId, pair.Name, names.GetValueOrDefault(pair.Member.PersonId), pair.Member.Role, pair.Member.State, pair.Member.Message, pair.Member.RequestedUtc))];
    }
}
