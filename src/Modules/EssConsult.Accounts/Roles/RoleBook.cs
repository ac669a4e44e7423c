using System.Collections.Frozen;
using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Accounts.Roles;

/// <summary>Every role's permissions in memory, with what they imply; read anew when a role changes.</summary>
internal sealed class RoleBook(ModuleCatalog catalog, IServiceScopeFactory scopes) : IRoleBook, IBook, IAtStart
{
    private readonly Lazy<FrozenDictionary<string, Permission>> known = new(() => catalog.Permissions.ToFrozenDictionary(permission => permission.Name));
    private volatile FrozenDictionary<string, FrozenSet<string>> book = FrozenDictionary<string, FrozenSet<string>>.Empty;

    string IFollow.Name => "role-book";

    int IAtStart.Order => -100;

    public bool Grants(IEnumerable<string> roles, string permission)
    {
        foreach (var role in roles)
        {
            if (role == SystemRoles.Administrator || (book.TryGetValue(role, out var held) && Holds(held, permission)))
            {
                return true;
            }
        }

        return false;
    }

    public Task StartAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<OutboxCursor?> ResumeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return OutboxCursor.Now;
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<RolesChanged>()))
        {
            await LoadAsync(ct);
        }
    }

    private bool Holds(FrozenSet<string> held, string permission)
    {
        if (held.Contains(permission))
        {
            return true;
        }

        var implying = known.Value.TryGetValue(permission, out var described) ? described.ImpliedBy : TypedPermission.ImpliedBy(permission);
        return implying.Any(stronger => Holds(held, stronger));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var roles = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<Role>().AsNoTracking().ToListAsync(ct);
        book = roles.ToFrozenDictionary(role => role.Name, role => role.Permissions.ToFrozenSet());
    }
}
