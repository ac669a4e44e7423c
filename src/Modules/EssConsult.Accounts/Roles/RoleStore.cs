using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Roles;

internal sealed class RoleStore(SiteDb db, IRoleBook book) : IRoles
{
    public async Task<RoleOutcome> UpsertAsync(
        string name, string? description, IReadOnlyCollection<string> permissions, PermissionBehavior behavior, string actorId, CancellationToken ct)
    {
        if (name == SystemRoles.Administrator)
        {
            return RoleOutcome.Ignored;
        }

        var role = db.Set<Role>().Local.FirstOrDefault(known => known.Name == name) ?? await db.Set<Role>().FirstOrDefaultAsync(known => known.Name == name, ct);
        role ??= db.Add(new Role { Name = name }).Entity;
        role.Description = description ?? role.Description;
        role.Permissions = behavior switch
        {
            PermissionBehavior.Add => [.. role.Permissions, .. permissions],
            PermissionBehavior.Remove => [.. role.Permissions.Except(permissions)],
            _ => [.. permissions],
        };
        db.Audit(new AuditEntry("role.change", name, actorId, new { role.Permissions }));
        db.Publish(new RolesChanged([name]));
        return RoleOutcome.Stored;
    }

    public async Task<bool> AssignAsync(string personId, string role, bool held, string actorId, CancellationToken ct)
    {
        if (book.Grants([role], Permissions.AccessAdminPanel))
        {
            throw new RuleException("role.by-people", "Un rôle qui ouvre l’administration se donne à la main : « {0} ».", role);
        }

        if (!await db.Set<Role>().AnyAsync(known => known.Name == role, ct) || !await db.Set<Person>().AnyAsync(known => known.Id == personId, ct))
        {
            return false;
        }

        var present = await db.Set<PersonRole>().FindAsync([personId, role], ct);
        if (present is null == held)
        {
            _ = held ? db.Add(new PersonRole { PersonId = personId, Role = role }).Entity : db.Remove(present!).Entity;
            db.Audit(new AuditEntry("role.assign", personId, actorId, new { Given = held ? new[] { role } : [], Taken = held ? [] : new[] { role } }));
            db.Publish(new PersonChanged(personId));
        }

        return true;
    }

    public async Task<IReadOnlyList<RoleView>> ListAsync(CancellationToken ct)
    {
        var roles = await db.Set<Role>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(ct);
        return [.. roles.Select(role => new RoleView(role.Name, role.Description, role.Permissions, Role.IsSystem(role.Name)))];
    }
}
