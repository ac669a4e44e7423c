using System.Security.Claims;
using EssConsult.Accounts.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EssConsult.Discussion.Tests;

/// <summary>People of a test, with an account and a session.</summary>
internal static class People
{
    public static string NewId() => "p" + Guid.NewGuid().ToString("N")[..25];

    /// <summary>An account to which the site may write.</summary>
    public static Task PersonaAsync(this Site site, string id) =>
        site.SavingAsync<IDemoPeople>(people => people.AddAsync([new DemoPerson(id, "Léa M.", id + "@example.org", [], Persona: true)], CancellationToken.None));

    /// <summary>A browser in which somebody is signed in; who holds no role but that of any signed-in person unless named.</summary>
    public static async Task<Visitor> PersonAsync(this Site site, string id, string name = "Léa M.", params string[] roles)
    {
        await site.SavingAsync<IDemoPeople>(people => people.AddAsync([new DemoPerson(id, name, id + "@example.org", roles)], CancellationToken.None));

        // A cookie from before the node heard of the change would be read again from the database.
        await site.CatchUpAsync();
        var visitor = site.Visitor();
        visitor.SignIn(site, id, name, roles);
        return visitor;
    }

    /// <summary>Puts into the browser the cookie that identification would have given it.</summary>
    public static void SignIn(this Visitor visitor, Site site, string id, string name, params string[] roles)
    {
        var scheme = IdentityConstants.ApplicationScheme;
        var cookie = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, name), .. roles.Select(role => new Claim(ClaimTypes.Role, role))];

        // A ticket keeps whole seconds, and one from before the node started would be checked.
        var now = site.Clock.GetUtcNow().AddSeconds(1);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity(claims, scheme)), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, scheme);
        visitor.Cookies.Put(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }
}
