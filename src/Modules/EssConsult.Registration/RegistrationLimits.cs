using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Registration;

/// <summary>A full hall of three hundred registers behind one address, some twice; a machine that sends thousands of mails does not.</summary>
internal static class RegistrationLimits
{
    public const string Policy = "registrations";
    public const int PerAddressAnHour = 2000;

    /// <summary>Between two links to the same mailbox about the same event.</summary>
    public static readonly TimeSpan BetweenLinks = TimeSpan.FromMinutes(10);

    public static void Add(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
        ? SlidingLimit.PerHour(NetworkAddress.Of(context), PerAddressAnHour)
        : SlidingLimit.Free());
}
