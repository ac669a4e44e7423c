using System.Globalization;
using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace EssConsult.Contributions;

/// <summary>The read API: pages with stable links, tagged answers, errors as problem+json; described in <c>/openapi/v1.json</c>.</summary>
internal static class OpenDataApi
{
    private const int MaxPage = 100;
    private const string Root = "/api/contributions";

    public static void MapOpenData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenFiles();
        var api = endpoints.MapGroup(Root).WithTags("Contributions").Public();
        api.MapGet(string.Empty, PageAsync).WithName("ListContributions").WithSummary("Une page de contributions publiées")
            .WithDescription("Dans l’ordre de leurs identifiants. « limit » va de 1 à 100 ; « next » est l’adresse de la page suivante ; « process », « phase », « sector » et « territory » sont des identifiants (/api/processes, /api/sectors, /api/territories), « answer » l’état d’une réponse, « q » des mots.")
            .Produces<PageOfOpenContributions>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("{id}", OneAsync).WithName("ReadContribution").WithSummary("Une contribution publiée")
            .Produces<OpenContribution>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapGet("/api/processes", Processes).Public().WithTags("Démarches").WithName("ListProcesses").WithSummary("Les démarches et leurs étapes").Produces<IReadOnlyList<OpenProcess>>();
        endpoints.MapTerms("/api/sectors", "ListSectors", "Les secteurs", "secteurs");
        endpoints.MapTerms("/api/territories", "ListTerritories", "Les territoires", "territoires");
    }

    private static async Task<IResult> PageAsync(HttpContext http, OpenContributions open, [AsParameters] OpenFilter filter, string? after, int limit = 20, CancellationToken ct = default)
    {
        if (limit is < 1 or > MaxPage)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: $"« limit » va de 1 à {MaxPage}.", type: "urn:essconsult:api.limit");
        }

        var (total, items, last) = await open.PageAsync(filter.Ask(after, limit), ct);
        var next = last is null ? null : QueryHelpers.AddQueryString(http.Request.PathBase + Root, new Dictionary<string, string?>
        {
            ["process"] = filter.Process, ["phase"] = filter.Phase, ["sector"] = filter.Sector, ["territory"] = filter.Territory, ["answer"] = filter.Answer?.ToString(), ["q"] = filter.Q,
            ["after"] = last, ["limit"] = limit.ToString(CultureInfo.InvariantCulture),
        }.Where(pair => pair.Value is not null));
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return EntityTags.Json(http, new PageOfOpenContributions(total, items, next));
    }

    private static async Task<IResult> OneAsync(string id, HttpContext http, OpenContributions open, CancellationToken ct) =>
        await open.FindAsync(id, ct) is { } found ? EntityTags.Json(http, found) : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

    private static void MapTerms(this IEndpointRouteBuilder endpoints, string address, string name, string summary, string taxonomy) =>
        endpoints.MapGet(address, (HttpContext http, ITaxonomies taxonomies) => EntityTags.Json<IReadOnlyList<OpenTerm>>(http, [.. (taxonomies.Find(taxonomy)?.Terms ?? []).Select(term => new OpenTerm(term.Id, term.Name))]))
            .Public().WithTags("Démarches").WithName(name).WithSummary(summary).Produces<IReadOnlyList<OpenTerm>>();

    private static IResult Processes(HttpContext http, IProcesses processes) => EntityTags.Json<IReadOnlyList<OpenProcess>>(http,
        [.. processes.All.Where(process => !process.IsDemo).Select(process => new OpenProcess(process.Id, process.Title, "/" + process.Path, process.Question, process.IsArchived,
            [.. process.Phases.Select(phase => new OpenPhase(phase.Id, phase.Title, phase.StartsUtc, phase.EndsUtc, phase.AcceptsContributions))]))]);
}

/// <summary>Which contributions a reader of the API wants.</summary>
internal sealed record OpenFilter(string? Process, string? Phase, string? Sector, string? Territory, AnswerState? Answer, string? Q)
{
    public OpenQuestion Ask(string? after, int limit) => new(Process, Phase, Sector, Territory, Answer?.ToString(), Q, after, limit);
}

public sealed record OpenTerm(string Id, string Name);

public sealed record OpenProcess(string Id, string Title, string Path, string Question, bool IsArchived, IReadOnlyList<OpenPhase> Phases);

/// <param name="EndsUtc">The first instant at which it is over.</param>
public sealed record OpenPhase(string Id, string Title, DateTime? StartsUtc, DateTime? EndsUtc, bool AcceptsContributions);
