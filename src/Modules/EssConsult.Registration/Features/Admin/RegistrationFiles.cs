using EssConsult.Registration.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Admin;

internal static class RegistrationFiles
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/admin/rendez-vous/{id}/inscriptions.csv", CsvAsync).RequirePermission(Permissions.ManageEvents).ExcludeFromDescription();
        endpoints.MapGet("/admin/rendez-vous/{id}/inscriptions.xlsx", ExcelAsync).RequirePermission(Permissions.ManageEvents).ExcludeFromDescription();
    }

    private static async Task<IResult> CsvAsync(string id, string? q, RegistrationState? etat, SiteDb db, RegistrationExport export, CurrentPerson person, CancellationToken ct) =>
        await FindAsync(id, db, person, ct) is { } row
            ? Results.Stream(to => export.WriteCsvAsync(to, row, new RegistrationFilter(q, etat), ct), "text/csv; charset=utf-8", "inscriptions.csv")
            : Results.NotFound();

    private static async Task<IResult> ExcelAsync(string id, string? q, RegistrationState? etat, SiteDb db, RegistrationExport export, CurrentPerson person, CancellationToken ct)
    {
        if (await FindAsync(id, db, person, ct) is not { } row)
        {
            return Results.NotFound();
        }

        var file = new MemoryStream();
        await export.WriteExcelAsync(file, row, new RegistrationFilter(q, etat), ct);
        file.Position = 0;
        return Results.File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "inscriptions.xlsx");
    }

    /// <summary>Names and addresses leave the site: who took them is written down.</summary>
    private static async Task<EventRow?> FindAsync(string id, SiteDb db, CurrentPerson person, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } found)
        {
            return null;
        }

        db.Audit(new AuditEntry("registrations.exported", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        return found;
    }
}
