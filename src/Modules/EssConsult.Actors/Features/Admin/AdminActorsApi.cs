using EssConsult.Actors.Import;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Actors.Features.Admin;

/// <summary>Files that the administration downloads.</summary>
internal static class AdminActorsApi
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapAdminActorsApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/admin/structures/export.csv", Export).RequirePermission(Permissions.ManageActors).ExcludeFromDescription();
        endpoints.MapGet("/admin/structures/import/{id:guid}/rapport.csv", Report).RequirePermission(Permissions.ManageActors).ExcludeFromDescription();
    }

    private static IResult Export(SiteDb db, Sectors sectors, CancellationToken ct) => Results.Stream(
        stream => ActorCsv.WriteAsync(
            stream, db.Set<Actor>().AsNoTracking().Where(actor => !actor.IsDemo).OrderBy(actor => actor.NameKey).ThenBy(actor => actor.Id).AsAsyncEnumerable(), sectors.Label, inside: true, ct),
        Csv, "structures-complet.csv");

    private static IResult Report(Guid id, ReadImportHandler read, IStringLocalizer words, CancellationToken ct) =>
        Results.Stream(stream => ImportReportCsv.WriteAsync(stream, read.AllAsync(id), words, ct), Csv, "rapport-import.csv");
}
