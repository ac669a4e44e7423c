using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Roles;

internal sealed class RoleStore(SiteDb db) : IRoles
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

    public async Task<IReadOnlyList<RoleView>> ListAsync(CancellationToken ct)
    {
        var roles = await db.Set<Role>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(ct);
        return [.. roles.Select(role => new RoleView(role.Name, role.Description, role.Permissions, Role.IsSystem(role.Name)))];
    }
}
