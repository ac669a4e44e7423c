using System.Text;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Workflows.Web;

/// <summary>
/// What a circuit answers. It is written after the commit, so that nobody is told of what was not kept. A page of a circuit's own stands
/// in a sandbox: who may draw must not be able to run scripts as whoever opens the page.
/// </summary>
internal sealed record FormAnswer : IResult
{
    private const string Sandbox = "sandbox; default-src 'none'; img-src 'self' data:; style-src 'self'; form-action 'self'";

    /// <summary>Headers that protect the site, which no circuit sets.</summary>
    private static readonly string[] Kept = ["Content-Security-Policy", "Set-Cookie", "Content-Length", "Transfer-Encoding", "X-Frame-Options", "X-Content-Type-Options", "Location"];

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Another page in place of an answer.</summary>
    public string? Location { get; init; }

    public string ContentType { get; init; } = "text/plain; charset=utf-8";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string Body { get; init; } = string.Empty;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (Location is not null)
        {
            response.Redirect(Location, permanent: Status == StatusCodes.Status301MovedPermanently);
            return;
        }

        foreach (var (name, value) in Headers.Where(header => !Kept.Contains(header.Name, StringComparer.OrdinalIgnoreCase)))
        {
            response.Headers[name] = value;
        }

        response.Headers.ContentSecurityPolicy = Sandbox;
        (response.StatusCode, response.ContentType) = (Status, ContentType);
        await response.WriteAsync(Body, Encoding.UTF8, httpContext.RequestAborted);
    }
}
