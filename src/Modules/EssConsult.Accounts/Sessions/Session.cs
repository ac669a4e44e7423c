using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EssConsult.Accounts.Sessions;

/// <summary>Opens and closes this browser's session.</summary>
internal sealed class Session(IUserClaimsPrincipalFactory<Person> claims, SessionLength length, IHttpContextAccessor http, TimeProvider clock)
{
    public const string Cookie = "ess.account";
    private const string ProvedAt = "proved";
    private static readonly TimeSpan ProofLife = TimeSpan.FromMinutes(15);

    /// <param name="addressProved">By a code or a link of this minute: a password may then be chosen without the former one.</param>
    public Task OpenAsync(Person person, bool addressProved)
    {
        var properties = new AuthenticationProperties();
        if (addressProved)
        {
            properties.Items[ProvedAt] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        }

        return SignInAsync(person, properties);
    }

    /// <summary>The same session after a change of the name, the address or the password: neither its end nor its proof moves.</summary>
    public async Task RenewAsync(Person person)
    {
        var properties = new AuthenticationProperties();
        foreach (var item in new[] { ProvedAt, SessionLength.EndsAt })
        {
            if (await KeptAsync(item) is { } at)
            {
                properties.Items[item] = at;
            }
        }

        await SignInAsync(person, properties);
    }

    public async Task<bool> IsAddressProvedAsync() =>
        await KeptAsync(ProvedAt) is { } at && clock.GetUtcNow() - DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) < ProofLife;

    public Task CloseAsync() => http.HttpContext!.SignOutAsync(IdentityConstants.ApplicationScheme);

    private async Task SignInAsync(Person person, AuthenticationProperties properties)
    {
        var principal = await claims.CreateAsync(person);
        length.Apply(properties, principal);
        await http.HttpContext!.SignInAsync(IdentityConstants.ApplicationScheme, principal, properties);
    }

    private async Task<string?> KeptAsync(string item) =>
        (await http.HttpContext!.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.Items.TryGetValue(item, out var kept) == true ? kept : null;
}
