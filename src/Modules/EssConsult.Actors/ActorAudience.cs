using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors;

/// <summary>Whoever a published structure has accepted: all of them, or those of one sector.</summary>
internal sealed class ActorAudience(SiteDb db, Sectors sectors) : IAudience
{
    private const string Everybody = "all";

    public string Name => "actors";

    public string Label => "Celles et ceux qui parlent pour une structure";

    public int Order => 40;

    public Task<IReadOnlyList<AudienceChoice>> ChoicesAsync(CancellationToken ct)
    {
        const string why = "Vous recevez ce message parce que vous parlez pour une structure de l’annuaire.";
        IReadOnlyList<AudienceChoice> choices = [new(Everybody, "Toutes les structures", why), .. sectors.All.Select(sector => new AudienceChoice(sector.Id, sector.Name, why))];
        return Task.FromResult(choices);
    }

    public async Task<IReadOnlyList<string>> PeopleAsync(string choice, string after, int count, CancellationToken ct)
    {
        var people = from member in db.Set<ActorMember>()
                     join actor in db.Set<Actor>() on member.ActorId equals actor.Id
                     where member.State == MemberState.Accepted && actor.State == ActorState.Published && (choice == Everybody || actor.SectorId == choice)
                     select member.PersonId;
        return await people.Distinct().Where(id => id.CompareTo(after) > 0).OrderBy(id => id).Take(count).ToListAsync(ct);
    }
}
