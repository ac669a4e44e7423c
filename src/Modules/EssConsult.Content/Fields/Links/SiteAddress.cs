using Microsoft.AspNetCore.Http;

namespace EssConsult.Content.Fields.Links;

internal static class SiteAddress
{
    /// <summary>An address of this site (<c>~/…</c>) below the request's own root, so that a reader keeps the language; any other as it is.</summary>
    public static string InSite(this IHttpContextAccessor http, string url) =>
        url.StartsWith("~/", StringComparison.Ordinal) ? http.HttpContext?.Request.PathBase.Value + url[1..] : url;
}
