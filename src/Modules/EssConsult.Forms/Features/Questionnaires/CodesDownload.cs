using CsvHelper;
using EssConsult.Forms.Questionnaires;
using EssConsult.Mail.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Forms.Features.Questionnaires;

/// <summary>The codes as a file, to give them out by mail merge.</summary>
internal static class CodesDownload
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/admin/questionnaires/{id}/codes.csv", CsvAsync).RequirePermission(Permissions.ManageQuestionnaires).ExcludeFromDescription();

    private static async Task CsvAsync(string id, HttpContext http, FormCodes codes, ISiteAddress site, IStringLocalizer words, CancellationToken ct)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"codes.csv\"";
        http.Response.Headers.CacheControl = "private, no-store";
        await using var csv = CsvWriter.Create(http.Response.Body, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([words["Code"].Value, words["Adresse"].Value, words["A servi"].Value], ct);
        await foreach (var code in codes.Of(id).AsAsyncEnumerable().WithCancellation(ct))
        {
            await csv.WriteRecordAsync([code.Code, site.Absolute($"/formulaires/{Uri.EscapeDataString(id)}?code={code.Code}"), code.UsedUtc is null ? words["non"].Value : words["oui"].Value], ct);
        }
    }
}
