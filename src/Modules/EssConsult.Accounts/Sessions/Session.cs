using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EssConsult.Accounts.Sessions;

/// <summary>Opens and closes this browser's session.</summary>
internal sealed class Session(IUserClaimsPrincipalFactory<Person> claims, IRoleBook roles, IHttpContextAccessor http, TimeProvider clock)
{
    public const string Cookie = "ess.account";
    public const string EndsAt = "ends";
    private static readonly TimeSpan OfStaff = TimeSpan.FromHours(12);
    private static readonly TimeSpan OfCitizens = TimeSpan.FromDays(60);

    public async Task OpenAsync(Person person)
    {
        var principal = await claims.CreateAsync(person);
        var staff = roles.Grants(principal.FindAll(System.Security.Claims.ClaimTypes.Role).Select(role => role.Value), Permissions.AccessAdminPanel);
        var now = clock.GetUtcNow();
        var properties = new AuthenticationProperties { IsPersistent = !staff, IssuedUtc = now, ExpiresUtc = now + (staff ? OfStaff : OfCitizens) };
        if (staff)
        {
            // A citizen's session slides; that of staff ends after twelve hours, however busy they are.
            properties.Items[EndsAt] = (now + OfStaff).ToString("O", CultureInfo.InvariantCulture);
        }

        await http.HttpContext!.SignInAsync(IdentityConstants.ApplicationScheme, principal, properties);
    }

    public Task CloseAsync() => http.HttpContext!.SignOutAsync(IdentityConstants.ApplicationScheme);
}
