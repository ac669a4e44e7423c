using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Search.Features;

/// <summary>Typing asks often, but not without end. The unit is a person, else a browser; an address without cookies has a higher ceiling, for a hall.</summary>
internal static class SimilarLimit
{
    public const string Policy = "similar";
    private const int PerBrowserAMinute = 120;
    private const int PerAddressAMinute = 2000;

    public static void AddSimilarLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
        limiter.AddPolicy(Policy, context => Browsers.Of(context) is { } browser
            ? SlidingLimit.PerMinute("similar:" + browser, PerBrowserAMinute)
            : SlidingLimit.PerMinute("similar-address:" + NetworkAddress.Of(context), PerAddressAMinute)));
}
