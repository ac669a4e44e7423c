using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Discussion.Features.Reports;

/// <summary>
/// Reports need no account. The unit is a person, else a browser: fifty an hour. A hall of three hundred shares one address, so
/// that one has only a high ceiling, against a machine that takes a new browser each time.
/// </summary>
internal sealed class ReportLimits(IHttpContextAccessor http) : IDisposable
{
    public const string Policy = "reports";
    public const int PerBrowserAnHour = 50;
    public const int PerAddressAnHour = 1000;

    private readonly PartitionedRateLimiter<string> addresses = PartitionedRateLimiter.Create<string, string>(address => SlidingLimit.PerHour(address, PerAddressAnHour));

    public static void Add(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
        ? SlidingLimit.PerHour(Browsers.Of(context) ?? NetworkAddress.Of(context), PerBrowserAnHour)
        : SlidingLimit.Free());

    /// <exception cref="RuleException">Too many come from this address.</exception>
    public void Count() => Count(NetworkAddress.Of(http.HttpContext));

    internal void Count(string address)
    {
        using var lease = addresses.AttemptAcquire(address);
        if (!lease.IsAcquired)
        {
            throw new RuleException("report.too-many", "Trop de signalements viennent de votre réseau. Réessayez dans une heure.");
        }
    }

    public void Dispose() => addresses.Dispose();
}
