using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Subscriptions;

/// <summary>
/// Each request may send a mail to somebody: four hundred an hour from one network address let a full hall of three hundred in, and
/// an address is written to once an hour at most, whoever asks.
/// </summary>
internal static class SubscriptionLimits
{
    public const string Policy = "subscriptions";
    public const int PerAddressAnHour = 400;

    /// <summary>Between two links of confirmation to the same mailbox.</summary>
    public static readonly TimeSpan BetweenLinks = TimeSpan.FromHours(1);

    /// <summary>How long an unconfirmed address is kept.</summary>
    public static readonly TimeSpan UnconfirmedKept = TimeSpan.FromDays(7);

    public static void Add(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
        ? SlidingLimit.PerHour(NetworkAddress.Of(context), PerAddressAnHour)
        : SlidingLimit.Free());
}
