using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace EssConsult.Voting.PublicVote;

/// <summary>The unit is a browser: a hall of three hundred shares one network address. Mailboxes, forms and networks have limits of their own in <see cref="AskVote"/>.</summary>
internal static class PublicVoteLimits
{
    public const string Policy = "public-votes";
    public const int PerBrowserAnHour = 240;

    public static void Add(RateLimiterOptions limiter) => limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
        ? SlidingLimit.PerHour(Browsers.Of(context) ?? NetworkAddress.Of(context), PerBrowserAnHour)
        : SlidingLimit.Free());
}
