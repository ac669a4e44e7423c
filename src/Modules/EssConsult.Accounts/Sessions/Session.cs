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
    private const string ProvedAt = "proved";
    private static readonly TimeSpan ProofLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OfStaff = TimeSpan.FromHours(12);
    private static readonly TimeSpan OfCitizens = TimeSpan.FromDays(60);

    /// <param name="addressProved">By a code or a link of this minute: a password may then be chosen without the former one.</param>
    public async Task OpenAsync(Person person, bool addressProved)
    {
        var principal = await claims.CreateAsync(person);
        var staff = roles.Grants(principal.FindAll(System.Security.Claims.ClaimTypes.Role).Select(role => role.Value), Permissions.AccessAdminPanel);
        var now = clock.GetUtcNow();
        var properties = new AuthenticationProperties { IsPersistent = !staff, IssuedUtc = now, ExpiresUtc = now + (staff ? OfStaff : OfCitizens) };
        if (addressProved)
        {
            properties.Items[ProvedAt] = now.ToString("O", CultureInfo.InvariantCulture);
        }

        if (staff)
        {
            // A citizen's session slides; that of staff ends after twelve hours, however busy they are.
            properties.Items[EndsAt] = (now + OfStaff).ToString("O", CultureInfo.InvariantCulture);
        }

        await http.HttpContext!.SignInAsync(IdentityConstants.ApplicationScheme, principal, properties);
    }

    /// <summary>The same session after a change of the name or the password.</summary>
    public async Task RenewAsync(Person person) => await OpenAsync(person, await IsAddressProvedAsync());

    public async Task<bool> IsAddressProvedAsync()
    {
        var ticket = await http.HttpContext!.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return ticket.Properties?.Items.TryGetValue(ProvedAt, out var at) == true
            && clock.GetUtcNow() - DateTimeOffset.Parse(at!, CultureInfo.InvariantCulture) < ProofLife;
    }

    public Task CloseAsync() => http.HttpContext!.SignOutAsync(IdentityConstants.ApplicationScheme);
}
