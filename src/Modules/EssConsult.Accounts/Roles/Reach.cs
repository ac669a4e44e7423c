using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Roles;

/// <summary>Nobody gives or takes rights that they do not hold themselves. A person is judged by the roles they hold now; the name of a command reaches everything.</summary>
internal sealed class Reach(SiteDb db, IRoleBook book)
{
    public static RuleException Beyond() => new("role.beyond", "Vous ne pouvez donner ou retirer que des droits que vous avez vous-même.");

    /// <exception cref="RuleException">The actor is a person who lacks one of these permissions.</exception>
    public Task RefuseBeyondAsync(string actorId, IEnumerable<string> permissions, CancellationToken ct) =>
        RefuseUnlessAsync(actorId, roles => permissions.All(permission => book.Grants(roles, permission)), ct);

    /// <exception cref="RuleException">The actor is a person without the role Administrator.</exception>
    public Task RefuseUnlessAdministratorAsync(string actorId, CancellationToken ct) => RefuseUnlessAsync(actorId, roles => roles.Contains(SystemRoles.Administrator), ct);

    private async Task RefuseUnlessAsync(string actorId, Func<List<string>, bool> isEnough, CancellationToken ct)
    {
        var held = await db.Set<PersonRole>().Where(role => role.PersonId == actorId).Select(role => role.Role).ToListAsync(ct);
        if (!isEnough([.. held, SystemRoles.Authenticated, SystemRoles.Anonymous]) && await db.Set<Person>().AnyAsync(person => person.Id == actorId, ct))
        {
            throw Beyond();
        }
    }
}
