using Microsoft.AspNetCore.Http;

namespace EssConsult.Voting.Room;

/// <summary>
/// A tablet that goes from hand to hand. Each hand-over has a number of its own, in a cookie and in the forms of its screens: whoever goes
/// back to a screen of the person before finds that it is over. It gives no right to anything: the ticket does.
/// </summary>
internal static class Tablets
{
    private const string Cookie = "ess.tablet";

    /// <summary>Ends the hand-over there was, if any.</summary>
    public static string Begin(HttpContext context)
    {
        var handover = Guid.NewGuid().ToString("N");
        context.Response.Cookies.Append(Cookie, handover, new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true, Path = context.Request.PathBase + "/" });
        return handover;
    }

    public static bool Holds(HttpContext context, string handover) => context.Request.Cookies[Cookie] == handover;
}
