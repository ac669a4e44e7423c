namespace EssConsult.Accounts.Contracts;

/// <summary>Fictional accounts, outside Production only.</summary>
public interface IDemoPeople
{
    /// <summary>Adds or renews demo accounts in the caller's transaction; the caller saves. Returns how many were new.</summary>
    /// <exception cref="RuleException">The site runs in Production.</exception>
    Task<int> AddAsync(IReadOnlyList<DemoPerson> people, CancellationToken ct);

    Task<IReadOnlyList<string>> IdsAsync(CancellationToken ct);

    /// <summary>Whether somebody could still run the site without the demo accounts.</summary>
    Task<bool> HasRealAdministratorAsync(CancellationToken ct);

    /// <summary>Removes every demo account, in the caller's write transaction. Returns their ids.</summary>
    Task<IReadOnlyList<string>> RemoveAllAsync(CancellationToken ct);
}

/// <param name="Persona">Offered for one-click sign-in on a developer's machine.</param>
public sealed record DemoPerson(string PersonId, string DisplayName, string Email, string[] Roles, bool Persona = false);
