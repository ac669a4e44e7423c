using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Security;

/// <summary>Whom a limit counts where three hundred people may share one address (<see cref="NetworkAddress"/>).</summary>
public static class Browsers
{
    internal const string AntiforgeryCookie = "ess.form";

    /// <summary>The signed-in person, else the browser by the cookie that it has from its first form; null for one without either.</summary>
    public static string? Of(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Request.Cookies[AntiforgeryCookie];
}
