using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Sessions;

/// <summary>What the cookie says of a person: id, displayed name, roles, stamp. Never the address.</summary>
internal sealed class PersonClaims(SiteDb db) : IUserClaimsPrincipalFactory<Person>
{
    public const string Stamp = "stamp";

    public async Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var roles = await db.Set<PersonRole>().Where(held => held.PersonId == user.Id).OrderBy(held => held.Role).Select(held => held.Role).ToListAsync();
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, user.Id),
                new Claim(ClaimTypes.Name, user.DisplayName ?? string.Empty),
                new Claim(Stamp, user.SecurityStamp!),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            IdentityConstants.ApplicationScheme));
    }
}
