using EssConsult.Actors.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

/// <summary>A published structure as open data: no e-mail, no telephone, no member.</summary>
public sealed record ActorJson(
    Guid Id, string Name, ActorFamily? Family, string? SectorId, string? Siren, string? Siret, string? Rna, string? Street, string? Postcode, string? Commune,
    double? Latitude, double? Longitude, string? Website, string? Description, string Path);

/// <param name="Total">Structures that match, on all pages.</param>
public sealed record ActorsJson(int Total, int Page, int PageSize, IReadOnlyList<ActorJson> Items);

internal static class ActorsApi
{
    private const int MaxPageSize = 100;

    public static void MapActorsApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/structures").WithTags("Structures").Public();
        api.MapGet(string.Empty, ListAsync).WithName("ListStructures")
            .WithSummary("Les structures publiées, par nom").WithDescription("Filtres : q (mots du nom), family, sector (identifiant), commune. 100 par page au plus.");
        api.MapGet("{id:guid}", ReadAsync).WithName("ReadStructure").WithSummary("Une structure publiée")
            .Produces<ActorJson>().ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapGet("/structures.csv", Export).Public().WithName("ExportStructures").WithTags("Structures")
            .WithSummary("Toutes les structures publiées, en CSV").Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<ActorsJson> ListAsync(SiteDb db, string? q, ActorFamily? family, string? sector, string? commune, int page = 1, int pageSize = 50, CancellationToken ct = default)
    {
        var size = Math.Clamp(pageSize, 1, MaxPageSize);
        var number = Math.Max(1, page);
        var matching = db.Set<Actor>().AsNoTracking().Open().Matching(new ActorFilter(q, family, sector, commune));
        var total = await matching.CountAsync(ct);
        var items = await Json(matching.OrderBy(actor => actor.NameKey).ThenBy(actor => actor.Id).Skip((int)Math.Min((long)(number - 1) * size, int.MaxValue)).Take(size)).ToListAsync(ct);
        return new ActorsJson(total, number, size, items);
    }

    private static async Task<IResult> ReadAsync(SiteDb db, Guid id, CancellationToken ct) =>
        await Json(db.Set<Actor>().AsNoTracking().Open().Where(actor => actor.Id == id)).FirstOrDefaultAsync(ct) is { } found
            ? Results.Ok(found)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static IResult Export(SiteDb db, Sectors sectors, CancellationToken ct) => Results.Stream(
        stream => ActorCsv.WriteAsync(stream, db.Set<Actor>().AsNoTracking().Open().OrderBy(actor => actor.NameKey).ThenBy(actor => actor.Id).AsAsyncEnumerable(), sectors.Label, inside: false, ct),
        "text/csv; charset=utf-8", "structures.csv");

    private static IQueryable<ActorJson> Json(IQueryable<Actor> actors) => actors.Select(actor => new ActorJson(
        actor.Id, actor.Name, actor.Family, actor.SectorId, actor.Siren, actor.Siret, actor.Rna, actor.Street, actor.Postcode, actor.Commune,
        actor.Latitude, actor.Longitude, actor.Website, actor.Description, "/structures/" + actor.Slug));
}
