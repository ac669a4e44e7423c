using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Security;

/// <summary>Who asks: read from the sign-in cookie, without a query.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http, IRoleBook roles)
{
    /// <summary>Opaque id; null for a visitor.</summary>
    public string? Id => Principal?.FindFirstValue(ClaimTypes.NameIdentifier);

    public bool IsSignedIn => Id is not null;

    /// <summary>The name that the person chose to display; never derived from the e-mail.</summary>
    public string? DisplayName => Principal?.FindFirstValue(ClaimTypes.Name);

    /// <summary>Roles held, with Orchard's system roles Anonymous and Authenticated.</summary>
    public IEnumerable<string> Roles => IsSignedIn
        ? Principal!.FindAll(ClaimTypes.Role).Select(claim => claim.Value).Append(SystemRoles.Authenticated).Append(SystemRoles.Anonymous)
        : [SystemRoles.Anonymous];

    public bool Can(string permission) => roles.Grants(Roles, permission);

    /// <exception cref="UnauthorizedAccessException">A visitor reached a handler that is for signed-in people.</exception>
    public string RequiredId => Id ?? throw new UnauthorizedAccessException("Sign-in is required here.");

    private ClaimsPrincipal? Principal => http.HttpContext?.User;
}

public static class SystemRoles
{
    public const string Administrator = "Administrator";
    public const string Authenticated = "Authenticated";
    public const string Anonymous = "Anonymous";
}

/// <summary>Which permissions each role holds, read from memory on every request.</summary>
public interface IRoleBook
{
    /// <summary>True when any of the roles holds the permission, directly or by implication; Administrator holds them all.</summary>
    bool Grants(IEnumerable<string> roles, string permission);
}

/// <summary>The book of a site without accounts; the accounts module registers its own after it.</summary>
internal sealed class AdministratorsOnly : IRoleBook
{
    public bool Grants(IEnumerable<string> roles, string permission) => roles.Contains(SystemRoles.Administrator);
}
