using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Forms;

/// <summary>
/// Forms need no account. The unit is a person, else a browser: enough for a team that enters the paper of an evening. A hall of three
/// hundred shares one address, so that one has only a high ceiling, against a machine that takes a new browser each time.
/// </summary>
internal sealed class FormLimits(IHttpContextAccessor http) : IDisposable
{
    public const string Policy = "forms";
    public const int PerBrowserAnHour = 240;
    public const int PerAddressAnHour = 3000;

    private readonly PartitionedRateLimiter<string> addresses = PartitionedRateLimiter.Create<string, string>(address => SlidingLimit.PerHour(address, PerAddressAnHour));

    public static void Add(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
        ? SlidingLimit.PerHour(Browsers.Of(context) ?? NetworkAddress.Of(context), PerBrowserAnHour)
        : SlidingLimit.Free());

    /// <returns>Whether the address has sent too many.</returns>
    public bool IsOver()
    {
        using var lease = addresses.AttemptAcquire(NetworkAddress.Of(http.HttpContext));
        return !lease.IsAcquired;
    }

    public void Dispose() => addresses.Dispose();
}
