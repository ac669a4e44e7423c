using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Pages;

/// <summary>
/// French at the root, English under <c>/en</c>. The prefix becomes the request's path base, so every generated link keeps the
/// reader's language and pages know nothing of it.
/// </summary>
public static class Language
{
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    internal static IApplicationBuilder UseLanguageInPath(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var english = context.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal, out var rest);
        if (english)
        {
            context.Request.PathBase = context.Request.PathBase.Add("/en");
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        // An error page is executed anew on the same request, whose prefix has already moved.
        english |= context.Request.PathBase.Value!.EndsWith("/en", StringComparison.Ordinal);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = english ? English : French;
        return next(context);
    });

    /// <summary>Of <c>fr</c> or <c>en</c>, as people and mails carry it.</summary>
    public static CultureInfo Of(string code) => code == "en" ? English : French;

    /// <summary>The same address in the other language.</summary>
    public static string Alternate(HttpRequest request) =>
        (request.PathBase.Value!.EndsWith("/en", StringComparison.Ordinal) ? request.PathBase.Value![..^3] : request.PathBase.Value + "/en")
        + request.Path + request.QueryString;
}
