using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EssConsult.Prize.Features.Admin;

/// <summary>The register with every mark, for who audits the edition: once the laureates are announced, and to nobody who is recused.</summary>
internal static class RecordFile
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/admin/prix/{id}/registre.json", ReadAsync).RequirePermission(Permissions.ManagePrize).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(string id, HttpContext http, SiteDb db, EditionExport export, CurrentPerson person, CancellationToken ct)
    {
        if (await db.FindEditionAsync(id, ct) is not { Stage: EditionStage.Announced } edition || await db.RecusedAsync(person.RequiredId, id, ct) > 0)
        {
            return Microsoft.AspNetCore.Http.Results.NotFound();
        }

        var file = await export.ReadAsync(edition, ct);
        db.Audit(new AuditEntry("prize.record-taken", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Microsoft.AspNetCore.Http.Results.File(file.Write(), "application/json", "registre.json");
    }
}
