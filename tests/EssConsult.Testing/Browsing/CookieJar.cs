using System.Net;
using Microsoft.Net.Http.Headers;

namespace EssConsult.Testing.Browsing;

/// <summary>
/// Keeps cookies as a browser does, except that it knows no time: the site's clock is not this machine's, so a cookie goes only
/// when the site deletes it.
/// </summary>
public sealed class CookieJar : DelegatingHandler
{
    private readonly Dictionary<string, string> cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public void Clear() => cookies.Clear();

    /// <summary>A cookie that the site would have given by another road.</summary>
    public void Put(string name, string value) => cookies[name] = value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(HeaderNames.Cookie);
        if (cookies.Count > 0)
        {
            request.Headers.Add(HeaderNames.Cookie, string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        var sent = response.Headers.TryGetValues(HeaderNames.SetCookie, out var lines) ? lines : [];
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. sent]))
        {
            if (cookie.Expires?.Year == 1970 || cookie.MaxAge <= TimeSpan.Zero)
            {
                cookies.Remove(cookie.Name.ToString());
            }
            else
            {
                cookies[cookie.Name.ToString()] = cookie.Value.ToString();
            }
        }

        return response;
    }
}
