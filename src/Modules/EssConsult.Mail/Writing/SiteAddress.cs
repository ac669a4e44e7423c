using EssConsult.Mail.Contracts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Mail.Writing;

/// <summary>
/// The site's public address: setting <c>BaseUrl</c>, else configuration <c>Site:PublicUrl</c>, else where the site listens. The
/// host that a request names is trusted on a developer's machine only: elsewhere anybody could send a link to a site of theirs.
/// </summary>
internal sealed class SiteAddress(SiteSettings settings, IConfiguration configuration, IHttpContextAccessor http, IHostEnvironment environment, IServer server) : ISiteAddress
{
    public string Absolute(string path, string language = "fr") =>
        Root.TrimEnd('/') + (language == "en" ? "/en" : string.Empty) + path.TrimStart('~');

    private string Root => Chosen(settings.Text(SiteSettings.Site, "BaseUrl")) ?? Chosen(configuration["Site:PublicUrl"]) ?? FromRequest() ?? FromServer();

    private static string? Chosen(string? address) => string.IsNullOrWhiteSpace(address) ? null : address;

    private string? FromRequest() =>
        http.HttpContext?.Request is { } request && (environment.IsDevelopment() || request.Host.Host is "localhost" or "127.0.0.1")
            ? $"{request.Scheme}://{request.Host}"
            : null;

    private string FromServer()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5000";
        return address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal);
    }
}
