using EssConsult.Kernel.Themes;
using Fluid;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Templating;

/// <summary>What every template of Orchard can name beside its model (§5.2 of the formats): nothing of it holds a secret, a header or a cookie.</summary>
internal sealed class OrchardGlobals(SiteSettings settings, IHttpContextAccessor http) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        Readable<SiteRoot>(options, (_, name) => name switch
        {
            "Name" or "SiteName" => settings.SiteName,
            "BaseUrl" => settings.Text(SiteSettings.Site, "BaseUrl"),
            "PageSize" => settings.PageSize,
            "TimeZoneId" => "Europe/Paris",
            "Culture" => "fr",
            _ => null,
        });
        Readable<UserRoot>(options, (_, name) => name switch
        {
            "Identity" => new IdentityRoot(),
            "IsAuthenticated" => Person?.IsSignedIn ?? false,
            "DisplayName" => Person?.DisplayName,
            _ => null,
        });
        Readable<IdentityRoot>(options, (_, name) => name switch { "Name" => Person?.DisplayName, "IsAuthenticated" => Person?.IsSignedIn ?? false, _ => null });
        Readable<RequestRoot>(options, (_, name) => http.HttpContext?.Request is not { } request ? null : name switch
        {
            "Path" => request.Path.Value,
            "PathBase" => request.PathBase.Value,
            "QueryString" => request.QueryString.Value,
            "UriQueryString" => request.QueryString.ToUriComponent(),
            "Host" => request.Host.Value,
            "Scheme" => request.Scheme,
            "IsHttps" => request.IsHttps,
            "Method" => request.Method,
            "Query" => request.Query.ToDictionary(pair => pair.Key, pair => (object?)pair.Value.ToString()),
            _ => null,
        });
        Readable<HttpContextRoot>(options, (_, name) => name == "Request" ? new RequestRoot() : null);
        options.MemberAccessStrategy.Register<ContentRoot, object?>(async (root, name, _) => root.Prefix is { } prefix ? await DrawnItems.FindAsync(http, prefix + name) : name switch
        {
            "ContentItemId" or "Latest" => new ContentRoot("contentitemid:"),
            "Slug" => new ContentRoot("slug:"),
            "Alias" => new ContentRoot("alias:"),
            _ => await DrawnItems.FindAsync(http, name),
        });

        options.Scope.SetValue("Content", new ObjectValue(new ContentRoot(null)));
        options.Scope.SetValue("Site", new ObjectValue(new SiteRoot()));
        options.Scope.SetValue("User", new ObjectValue(new UserRoot()));
        options.Scope.SetValue("Request", new ObjectValue(new RequestRoot()));
        options.Scope.SetValue("HttpContext", new ObjectValue(new HttpContextRoot()));
    }

    private CurrentPerson? Person => http.HttpContext?.RequestServices.GetRequiredService<CurrentPerson>();

    private static void Readable<T>(TemplateOptions options, Func<T, string, object?> read) => options.MemberAccessStrategy.Register<T, object?>((root, name) => read(root, name));

    private sealed record SiteRoot;

    private sealed record UserRoot;

    private sealed record IdentityRoot;

    private sealed record RequestRoot;

    private sealed record HttpContextRoot;

    /// <summary><c>Content["alias:x"]</c>, <c>Content.Slug["path"]</c>: published items alone.</summary>
    private sealed record ContentRoot(string? Prefix);
}
