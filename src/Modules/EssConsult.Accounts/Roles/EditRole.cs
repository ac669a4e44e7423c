using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Roles;

internal sealed class EditRoleHandler(SiteDb db, IRoles roles, CurrentPerson actor)
{
    private const int LongestName = 60;

    /// <exception cref="RuleException">The name is missing or taken.</exception>
    public async Task CreateAsync(string? typed, string actorId, CancellationToken ct)
    {
        var name = typed?.Trim() ?? string.Empty;
        if (name.Length is < 2 or > LongestName || !name.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-'))
        {
            throw new RuleException("role.name", "Un nom de rôle a de 2 à 60 lettres ou chiffres.") { Field = "Name" };
        }

        if (await db.Set<Role>().AnyAsync(role => role.Name == name, ct))
        {
            throw new RuleException("role.taken", "Ce rôle existe déjà.") { Field = "Name" };
        }

        await roles.UpsertAsync(name, string.Empty, [], PermissionBehavior.Replace, actorId, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="RuleException">The actor would give or take more than they hold themselves.</exception>
    public async Task SaveAsync(string name, string? description, IReadOnlyCollection<string> permissions, string actorId, CancellationToken ct)
    {
        var held = await PermissionsAsync(name, ct);
        var changed = permissions.Except(held).Concat(held.Except(permissions));
        RefuseBeyond(changed);
        await roles.UpsertAsync(name, description?.Trim() ?? string.Empty, permissions, PermissionBehavior.Replace, actorId, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="RuleException">A system role stays, and so does one with more rights than the actor holds.</exception>
    public async Task DeleteAsync(string name, string actorId, CancellationToken ct)
    {
        if (Role.IsSystem(name))
        {
            throw new RuleException("role.system", "Ce rôle ne peut pas être supprimé.");
        }

        await using var write = await db.BeginWriteAsync(ct);
        RefuseBeyond(await PermissionsAsync(name, ct));
        var holders = await db.Set<PersonRole>().Where(held => held.Role == name).Select(held => held.PersonId).ToListAsync(ct);
        await db.Set<PersonRole>().Where(held => held.Role == name).ExecuteDeleteAsync(ct);
        await db.Set<Role>().Where(role => role.Name == name).ExecuteDeleteAsync(ct);
        holders.ForEach(id => db.Publish(new PersonChanged(id)));
        db.Publish(new RolesChanged([name]));
        db.Audit(new AuditEntry("role.delete", name, actorId));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private async Task<IReadOnlyList<string>> PermissionsAsync(string name, CancellationToken ct) =>
        (await db.Set<Role>().AsNoTracking().FirstOrDefaultAsync(role => role.Name == name, ct))?.Permissions ?? [];

    private void RefuseBeyond(IEnumerable<string> permissions)
    {
        if (!permissions.All(actor.Can))
        {
            throw Reach.Beyond();
        }
    }
}
