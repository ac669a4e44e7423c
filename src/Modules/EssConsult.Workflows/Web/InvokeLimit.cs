using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Workflows.Web;

/// <summary>
/// A link that runs a circuit writes even when it is only asked for, where <see cref="WriteLimits"/> counts nothing: as many a minute
/// as writes. Who brings no cookie is counted by address, whose ceiling lets a hall of three hundred follow a link from a mail.
/// </summary>
internal static class InvokeLimit
{
    public const string Policy = "workflow-invocations";

    public static void Add(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, context => Browsers.Of(context) is { } browser
        ? SlidingLimit.PerMinute("invoke:" + browser, WriteLimits.WritesPerBrowserAMinute)
        : SlidingLimit.PerMinute("invoke-address:" + NetworkAddress.Of(context), WriteLimits.WritesPerAddressAMinute));
}
