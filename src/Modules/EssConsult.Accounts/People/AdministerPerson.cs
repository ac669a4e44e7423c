using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

/// <summary>What an administrator does to somebody's account; every act is audited, by ids.</summary>
internal sealed class AdministerPersonHandler(SiteDb db, LastAdministrator lastAdministrator, CurrentPerson actor, TimeProvider clock)
{
    /// <summary>Gives exactly these roles.</summary>
    /// <exception cref="RuleException">The actor would give or take more than they hold themselves.</exception>
    public async Task AssignRolesAsync(string personId, IReadOnlyCollection<string> wanted, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var held = await db.Set<PersonRole>().Where(role => role.PersonId == personId).ToListAsync(ct);
        var roles = await db.Set<Role>().ToDictionaryAsync(role => role.Name, ct);
        var given = wanted.Where(roles.ContainsKey).Except(held.Select(role => role.Role)).ToList();
        var taken = held.Where(role => !wanted.Contains(role.Role)).ToList();
        if (given.Concat(taken.Select(role => role.Role)).Any(name => !MayAssign(roles[name])))
        {
            throw Reach.Beyond();
        }

        if (taken.Any(role => role.Role == SystemRoles.Administrator))
        {
            await lastAdministrator.RefuseToLoseAsync(personId, ct);
        }

        db.RemoveRange(taken);
        db.AddRange(given.Select(role => new PersonRole { PersonId = personId, Role = role }));
        db.Audit(new AuditEntry("role.assign", personId, actor.RequiredId, new { Given = given, Taken = taken.Select(role => role.Role) }));
        db.Publish(new PersonChanged(personId));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Whether the actor holds every permission of the role.</summary>
    public bool MayAssign(Role role) =>
        actor.Roles.Contains(SystemRoles.Administrator) || (role.Name != SystemRoles.Administrator && role.Permissions.All(actor.Can));

    /// <exception cref="RuleException">An administrator's account, for somebody who is none; or the last one.</exception>
    public async Task SuspendAsync(string personId, bool suspend, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var person = await db.Set<Person>().SingleAsync(known => known.Id == personId, ct);
        if (await db.Set<PersonRole>().AnyAsync(role => role.PersonId == personId && role.Role == SystemRoles.Administrator, ct))
        {
            await RefuseOnAdministratorAsync(personId, suspend, ct);
        }

        person.DisabledUtc = suspend ? clock.UtcNow() : null;
        person.EndSessions();
        db.Audit(new AuditEntry(suspend ? "account.suspend" : "account.restore", personId, actor.RequiredId));
        db.Publish(new PersonChanged(personId, suspend));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    public async Task GiveBadgeAsync(string personId, PersonBadge badge, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleAsync(known => known.Id == personId, ct);
        person.Badge = badge;
        db.Audit(new AuditEntry("account.badge", personId, actor.RequiredId, new { Badge = badge.ToString() }));
        db.Publish(new PersonChanged(personId));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The address, for those who may see it; the look is audited.</summary>
    public async Task<string?> LookAtAddressAsync(string personId, CancellationToken ct)
    {
        var address = await db.Set<Person>().Where(known => known.Id == personId).Select(known => known.Email).SingleOrDefaultAsync(ct);
        db.Audit(new AuditEntry("account.address-seen", personId, actor.RequiredId));
        await db.SaveChangesAsync(ct);
        return address;
    }

    private async Task RefuseOnAdministratorAsync(string personId, bool suspend, CancellationToken ct)
    {
        if (!actor.Roles.Contains(SystemRoles.Administrator))
        {
            throw Reach.Beyond();
        }

        if (suspend)
        {
            await lastAdministrator.RefuseToLoseAsync(personId, ct);
        }
    }
}
