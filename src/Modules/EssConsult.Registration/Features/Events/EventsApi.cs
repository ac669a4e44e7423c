using EssConsult.Registration.Seats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Events;

/// <summary>The read API of rendez-vous: what their pages say, nothing of people.</summary>
internal static class EventsApi
{
    private const int MaxPage = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/events").WithTags("Rendez-vous").Public();
        api.MapGet(string.Empty, ListAsync).WithName("ListEvents").WithSummary("Les rendez-vous publiés, du plus récent au plus ancien")
            .WithDescription("« limit » va de 1 à 100 ; « before » est la date du dernier reçu, pour la suite ; « kind » est Plenary, Workshop ou Other.").Produces<IReadOnlyList<OpenEvent>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("{id}", OneAsync).WithName("ReadEvent").WithSummary("Un rendez-vous publié").Produces<OpenEvent>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(SiteDb db, DateTime? before, EventKind? kind, int limit = 20, CancellationToken ct = default)
    {
        if (limit is < 1 or > MaxPage)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: $"« limit » va de 1 à {MaxPage}.", type: "urn:essconsult:api.limit");
        }

        var until = before?.ToUniversalTime();
        var rows = db.Set<EventRow>().Where(row => row.Published && !row.IsDemo && (until == null || row.StartsUtc < until) && (kind == null || row.Kind == kind)).OrderByDescending(row => row.StartsUtc).ThenBy(row => row.ContentItemId).Take(limit);
        return TypedResults.Ok(await Read(db, rows).ToListAsync(ct));
    }

    private static async Task<IResult> OneAsync(string id, SiteDb db, CancellationToken ct) =>
        await Read(db, db.Set<EventRow>().Where(row => row.ContentItemId == id && row.Published && !row.IsDemo)).FirstOrDefaultAsync(ct) is { } found ? TypedResults.Ok(found) : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

    private static IQueryable<OpenEvent> Read(SiteDb db, IQueryable<EventRow> rows)
    {
        var seats = db.Set<EventSeats>();
        return rows.AsNoTracking().Select(row => new OpenEvent(row.ContentItemId, row.Title, "/" + row.Path, row.Kind.ToString(), row.Mode.ToString(), row.StartsUtc, row.EndsUtc, row.Place, row.Address, row.ParentId, row.Slot, row.IsCancelled, row.TakesRegistrations,
            row.TakesRegistrations ? seats.Where(found => found.EventId == row.ContentItemId).Select(found => found.Capacity).FirstOrDefault() : null,
            row.TakesRegistrations ? seats.Where(found => found.EventId == row.ContentItemId && found.Capacity != null).Select(found => (int?)(found.Capacity - found.Reserved - found.Taken)).FirstOrDefault() : null));
    }
}

/// <param name="Capacity">Null without a limit, or for free entry.</param>
/// <param name="Free">Seats left to everybody.</param>
public sealed record OpenEvent(string Id, string Title, string Path, string Kind, string Mode, DateTime StartsUtc, DateTime EndsUtc, string? Place, string? Address, string? ParentId, string? Slot, bool IsCancelled, bool TakesRegistrations, int? Capacity, int? Free);
