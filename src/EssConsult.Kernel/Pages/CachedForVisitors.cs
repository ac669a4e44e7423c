using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace EssConsult.Kernel.Pages;

/// <summary>Names what a cached page shows, so that a change of it evicts the page. One per request.</summary>
public sealed class CacheTags
{
    private readonly HashSet<string> tags;

    public CacheTags() => tags = [];

    internal CacheTags(IEnumerable<string> tags) => this.tags = [.. tags];

    internal IEnumerable<string> All => tags;

    /// <summary>The id of a content item, or the name of a list such as <c>contributions</c>.</summary>
    public void Add(string tag) => tags.Add(tag);
}

/// <summary>
/// Marks a page that anonymous readers may get from memory. A response for which a form token was made, a cookie set or a person
/// signed in is never kept: a kept token would be given to somebody else. Nor is one that shows what changed while it was made.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedForVisitorsAttribute : Attribute, IOutputCachePolicy
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly object Begun = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var anonymous = HttpMethods.IsGet(request.Method) && !HasPersonalCookie(request);
        context.EnableOutputCaching = anonymous;
        context.AllowCacheLookup = anonymous;
        context.AllowCacheStorage = anonymous;
        context.AllowLocking = anonymous;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.CacheKeyPrefix = request.PathBase;
        context.HttpContext.Items[Begun] = Reads(context.HttpContext).Moment;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var tags = http.RequestServices.GetRequiredService<CacheTags>().All;
        context.AllowCacheStorage &= http.Response.StatusCode == StatusCodes.Status200OK
            && StringValues.IsNullOrEmpty(http.Response.Headers.SetCookie)
            && http.User.Identity is not { IsAuthenticated: true }
            && !http.Features.Any(feature => feature.Key.Name == "IAntiforgeryFeature")
            && http.Items[Begun] is long begun && !Reads(http).HasChangedSince(begun, tags);
        context.ResponseExpirationTimeSpan = Kept;
        context.Tags.Add("site");
        foreach (var tag in tags)
        {
            context.Tags.Add(tag);
        }

        return ValueTask.CompletedTask;
    }

    private static SharedReads Reads(HttpContext http) => http.RequestServices.GetRequiredService<SharedReads>();

    // The sign-in cookie and a message kept for the next page both make the page personal; the form cookie alone does not.
    private static bool HasPersonalCookie(HttpRequest request) => request.Cookies.Keys.Any(name => name.StartsWith("ess.", StringComparison.Ordinal) && name != Security.Browsers.AntiforgeryCookie);
}
