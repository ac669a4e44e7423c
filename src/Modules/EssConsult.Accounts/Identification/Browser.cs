using EssConsult.Accounts.Contracts;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Accounts.Identification;

/// <summary>The two cookies of somebody not yet identified: the key of their drafts, and the secret of their request.</summary>
internal sealed class Browser(IHttpContextAccessor http) : IIdentify
{
    // Neither begins with « ess. »: that would keep cached pages from these visitors.
    public const string DraftCookie = "brouillon";
    public const string RequestCookie = "identification";
    private static readonly TimeSpan DraftLife = TimeSpan.FromDays(365);
    private string? given;

    private HttpContext Http => http.HttpContext!;

    public string? BrowserKey => Read(DraftCookie) is { } value ? Secret.Hash(value) : given;

    public string? RequestSecret => Read(RequestCookie);

    public string EnsureBrowserKey()
    {
        if (BrowserKey is { } known)
        {
            return known;
        }

        var value = Secret.New();
        Write(DraftCookie, value, DraftLife);
        return given = Secret.Hash(value);
    }

    public string PageFor(string returnTo) => $"{Http.Request.PathBase}/identification?retour={Uri.EscapeDataString(returnTo)}";

    public void KeepRequestSecret(string secret) => Write(RequestCookie, secret, SignInRequest.NameLife);

    public void ForgetRequest() => Http.Response.Cookies.Delete(RequestCookie, Options(TimeSpan.Zero));

    /// <summary>The drafts are the person's now: the next to use this browser starts with none.</summary>
    public void ForgetDrafts()
    {
        Http.Response.Cookies.Delete(DraftCookie, Options(TimeSpan.Zero));
        given = null;
    }

    private string? Read(string name) => Http.Request.Cookies[name] is { Length: 64 } value ? value : null;

    private void Write(string name, string value, TimeSpan life) => Http.Response.Cookies.Append(name, value, Options(life));

    private CookieOptions Options(TimeSpan life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, Path = "/", IsEssential = true,
        MaxAge = life > TimeSpan.Zero ? life : null,
    };
}
