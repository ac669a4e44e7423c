using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors;

/// <summary>
/// What the directory holds about a person: memberships and proposals. Who leaves the site no longer speaks for any structure; what
/// the person wrote to a structure goes too.
/// </summary>
internal sealed class PersonalActors(SiteDb db) : IPersonalData, IHandle<PersonErased>
{
    public string Name => "structures";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct)
    {
        var actors = db.Set<Actor>();
        var memberships = await db.Set<ActorMember>().Where(member => member.PersonId == personId)
            .Join(actors, member => member.ActorId, actor => actor.Id, (member, actor) => new { Structure = actor.Name, member.Role, member.State, member.Message, member.RequestedUtc, member.DecidedUtc })
            .OrderBy(member => member.RequestedUtc).ToListAsync(ct);
        var proposals = await actors.Where(actor => actor.ProposedById == personId).OrderBy(actor => actor.CreatedUtc)
            .Select(actor => new { Structure = actor.Name, actor.State, actor.CreatedUtc }).ToListAsync(ct);
        return memberships.Count + proposals.Count == 0 ? null : new { Memberships = memberships, Proposals = proposals };
    }

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        await LeaveAsync(personId, ct);
        foreach (var actor in await db.Set<Actor>().Where(actor => actor.ProposedById == personId).ToListAsync(ct))
        {
            actor.ProposedById = null;
            if (!keepTextsWithoutName && actor.State == ActorState.Proposed)
            {
                db.Remove(actor);
            }
        }
    }

    /// <summary>Demo accounts go without asking each module.</summary>
    public Task HandleAsync(PersonErased happened, CancellationToken ct) => LeaveAsync(happened.PersonId, ct);

    private async Task LeaveAsync(string personId, CancellationToken ct) =>
        db.RemoveRange(await db.Set<ActorMember>().Where(member => member.PersonId == personId).ToListAsync(ct));
}
