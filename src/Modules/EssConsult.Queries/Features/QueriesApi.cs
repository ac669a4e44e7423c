using System.Text.Json.Nodes;
using EssConsult.Queries.Running;
using EssConsult.Queries.Stored;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Queries.Features;

/// <summary>Results for other sites, at Orchard's address: of what is published, only what the caller may see.</summary>
internal static class QueriesApi
{
    private const int LongestBody = 20_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/queries").RequirePermission(Permissions.ExecuteApiAll).WithTags("queries");
        api.MapGet("/{name}", (string name, HttpContext http, QueryBook book, QueryRunner runner, IStringLocalizer words, CancellationToken ct) =>
            AnswerAsync(name, () => Task.FromResult(Given(http.Request)), http, book, runner, words, ct)).WithName("executeQuery").WithSummary("Runs a stored query; parameters are JSON in « parameters », or values of their own names.");
        api.MapPost("/{name}", (string name, HttpContext http, QueryBook book, QueryRunner runner, IStringLocalizer words, CancellationToken ct) =>
            AnswerAsync(name, () => BodyAsync(http.Request, ct), http, book, runner, words, ct)).WithName("executeQueryPost").WithSummary("Runs a stored query; the parameters are the body, a JSON object.");
    }

    private static async Task<IResult> AnswerAsync(string name, Func<Task<QueryParameters>> given, HttpContext http, QueryBook book, QueryRunner runner, IStringLocalizer words, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (book.Find(name) is not { } query)
        {
            return Results.Problem(words["La requête « {0} » n’existe pas.", name], statusCode: StatusCodes.Status404NotFound, type: "urn:essconsult:query.unknown");
        }

        try
        {
            return Results.Json(new JsonObject { ["items"] = (await runner.RunAsync(query, await given(), ct)).ToJson() });
        }
        catch (RuleException broken)
        {
            return Results.Problem(words[broken.Message, broken.Values], statusCode: StatusCodes.Status400BadRequest, type: "urn:essconsult:" + broken.Code, extensions: new Dictionary<string, object?> { ["code"] = broken.Code });
        }
    }

    private static QueryParameters Given(HttpRequest request)
    {
        var parameters = QueryParameters.Parse(request.Query["parameters"]);
        foreach (var (name, value) in request.Query.Where(pair => pair.Key != "parameters"))
        {
            parameters.With(name, value.ToString());
        }

        return parameters;
    }

    private static async Task<QueryParameters> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        // A form of another site cannot send JSON: it spends nobody's session here.
        if (!request.HasJsonContentType())
        {
            throw new RuleException("query.parameters", "Les paramètres ne sont pas un objet JSON, comme {0}.", "{\"size\": 3}");
        }

        using var reader = new StreamReader(request.Body);
        var body = new char[LongestBody + 1];
        var length = await reader.ReadBlockAsync(body, ct);
        return length <= LongestBody ? QueryParameters.Parse(new string(body, 0, length)) : throw new RuleException("query.parameters-long", "Les paramètres dépassent {0} octets.", LongestBody);
    }
}
