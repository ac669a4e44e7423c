using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features.Admin;

/// <summary>What a moderator looks for beyond a state.</summary>
internal enum ActorCheck
{
    /// <summary>A position that somebody should confirm.</summary>
    Position,

    /// <summary>No family yet.</summary>
    Family,

    /// <summary>People wait to be accepted.</summary>
    Requests,
}

internal sealed record AdminActorFilter(string? Text = null, ActorState? State = null, ActorFamily? Family = null, ActorCheck? Check = null);

internal sealed record AdminActorRow(Guid Id, string Name, ActorFamily? Family, string? Commune, ActorState State, PositionDoubt? PositionDoubt, bool IsDemo, DateTime ChangedUtc, int Requests);

internal sealed record AdminActorPage(IReadOnlyList<AdminActorRow> Rows, int Total, int Number, int PageCount);

/// <summary>The whole directory for those who keep it: proposals first, then by name; two queries.</summary>
internal sealed class ListAllActorsHandler(SiteDb db)
{
    private const int PageSize = 50;

    public async Task<AdminActorPage> HandleAsync(AdminActorFilter filter, int number, CancellationToken ct)
    {
        var members = db.Set<ActorMember>();
        var matching = Matching(filter);
        var total = await matching.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(number, 1, pages);
        var rows = await matching
            .OrderBy(actor => actor.State == ActorState.Proposed ? 0 : 1).ThenBy(actor => actor.NameKey).ThenBy(actor => actor.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(actor => new AdminActorRow(
                actor.Id, actor.Name, actor.Family, actor.Commune, actor.State, actor.PositionDoubt, actor.IsDemo, actor.ChangedUtc,
                members.Count(member => member.ActorId == actor.Id && member.State == MemberState.Requested)))
            .ToListAsync(ct);
        return new AdminActorPage(rows, total, page, pages);
    }

    private IQueryable<Actor> Matching(AdminActorFilter filter)
    {
        var members = db.Set<ActorMember>();
        var actors = db.Set<Actor>().AsNoTracking().Named(filter.Text);
        actors = filter.State is { } state ? actors.Where(actor => actor.State == state) : actors;
        actors = filter.Family is { } family ? actors.Where(actor => actor.Family == family) : actors;
        return filter.Check switch
        {
            ActorCheck.Position => actors.Where(actor => actor.PositionDoubt != null),
            ActorCheck.Family => actors.Where(actor => actor.Family == null),
            ActorCheck.Requests => actors.Where(actor => members.Any(member => member.ActorId == actor.Id && member.State == MemberState.Requested)),
            _ => actors,
        };
    }
}
