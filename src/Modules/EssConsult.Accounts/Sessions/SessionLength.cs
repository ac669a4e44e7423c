using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace EssConsult.Accounts.Sessions;

/// <summary>A citizen's session slides; that of staff ends after twelve hours, however busy they are.</summary>
internal sealed class SessionLength(IRoleBook book, TimeProvider clock)
{
    public const string EndsAt = "ends";
    private static readonly TimeSpan OfStaff = TimeSpan.FromHours(12);
    private static readonly TimeSpan OfCitizens = TimeSpan.FromDays(60);

    /// <summary>From now on; an end that stands already stays.</summary>
    public void Apply(AuthenticationProperties properties, ClaimsPrincipal principal)
    {
        var (now, staff) = (clock.GetUtcNow(), IsStaff(principal));
        if (!staff)
        {
            properties.Items.Remove(EndsAt);
        }
        else if (EndOf(properties) is null)
        {
            properties.Items[EndsAt] = (now + OfStaff).ToString("O", CultureInfo.InvariantCulture);
        }

        (properties.IsPersistent, properties.IssuedUtc, properties.ExpiresUtc) = (!staff, now, now + (staff ? OfStaff : OfCitizens));
    }

    /// <summary>A session opened as a citizen whose roles are those of staff now.</summary>
    public bool LacksEnd(AuthenticationProperties properties, ClaimsPrincipal principal) =>
        EndOf(properties) is null && IsStaff(principal);

    public bool IsOver(AuthenticationProperties properties) => EndOf(properties) < clock.GetUtcNow();

    private bool IsStaff(ClaimsPrincipal principal) => book.Grants(principal.FindAll(ClaimTypes.Role).Select(role => role.Value), Permissions.AccessAdminPanel);

    private static DateTimeOffset? EndOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(EndsAt, out var ends) ? DateTimeOffset.Parse(ends!, CultureInfo.InvariantCulture) : null;
}
