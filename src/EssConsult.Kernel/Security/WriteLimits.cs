using System.Threading.RateLimiting;
using EssConsult.Kernel.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Security;

/// <summary>A page through which everybody in a hall goes at the same moment: the ceiling of an address is higher, that of a person or a browser stays.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FullHallAttribute : Attribute;

/// <summary>
/// Limits on writing. The unit is a person, else a browser (its antiforgery cookie): three hundred people in one hall share one
/// address and none of them may be refused, so the address has only a high ceiling.
/// </summary>
public static class WriteLimits
{
    public const int WritesPerBrowserAMinute = 60;
    public const int WritesPerAddressAMinute = 2000;

    /// <summary>Where a whole hall writes within the same minute, several screens each.</summary>
    public const int WritesPerHallAMinute = 20_000;

    internal static IServiceCollection AddWriteLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, ct) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "30";
            if (rejected.HttpContext.WantsJson())
            {
                await Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "limit.writes", "Trop d’envois à la suite. Réessayez dans une minute.", ct);
            }
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsWrite(context) ? SlidingLimit.PerMinute("browser:" + (Browsers.Of(context) ?? NetworkAddress.Of(context)), WritesPerBrowserAMinute) : SlidingLimit.Free()),
            PartitionedRateLimiter.Create<HttpContext, string>(context => !IsWrite(context) ? SlidingLimit.Free()
                : context.GetEndpoint()?.Metadata.GetMetadata<FullHallAttribute>() is not null ? SlidingLimit.PerMinute("hall:" + NetworkAddress.Of(context), WritesPerHallAMinute)
                : SlidingLimit.PerMinute("address:" + NetworkAddress.Of(context), WritesPerAddressAMinute)));
    });

    // A refusal or a failure is run again as the error page, by the method of the request: it is the same write.
    private static bool IsWrite(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null;
}
