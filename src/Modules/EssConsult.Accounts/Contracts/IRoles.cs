namespace EssConsult.Accounts.Contracts;

/// <summary>How the permissions of a recipe's role meet those it has.</summary>
public enum PermissionBehavior
{
    Replace,
    Add,
    Remove,
}

public enum RoleOutcome
{
    Stored,

    /// <summary>Administrator holds every permission and cannot be changed.</summary>
    Ignored,
}

/// <summary>Writing roles, for recipes and other modules.</summary>
public interface IRoles
{
    /// <summary>Creates or changes a role in the caller's transaction; the caller saves. A null description keeps the present one.</summary>
    Task<RoleOutcome> UpsertAsync(string name, string? description, IReadOnlyCollection<string> permissions, PermissionBehavior behavior, string actorId, CancellationToken ct);

    /// <summary>
    /// Gives or takes a role without a person who decides it. Roles that open the administration are given by people alone.
    /// </summary>
    /// <returns>False when nobody has that id, or no role that name.</returns>
    /// <exception cref="RuleException">The role opens the administration.</exception>
    Task<bool> AssignAsync(string personId, string role, bool held, string actorId, CancellationToken ct);

    /// <summary>Every role with its permissions, for export.</summary>
    Task<IReadOnlyList<RoleView>> ListAsync(CancellationToken ct);
}

public sealed record RoleView(string Name, string Description, IReadOnlyList<string> Permissions, bool IsSystem);

/// <summary>A role's permissions, or who holds it, changed.</summary>
public sealed record RolesChanged(string[] Names) : IEvent;
