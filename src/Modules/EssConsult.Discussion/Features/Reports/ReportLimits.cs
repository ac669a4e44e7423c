using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Discussion.Features.Reports;

/// <summary>Reports need no account, so an address may send a hundred an hour: more than a full hall would, less than a machine.</summary>
internal static class ReportLimits
{
    public const string Policy = "reports";
    public const int PerAddressAnHour = 100;

    public static void Add(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "none", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = PerAddressAnHour, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 6,
        })
        : RateLimitPartition.GetNoLimiter("reads"));
}
