using System.Globalization;
using CsvHelper;
using EssConsult.Forms.Answers;
using EssConsult.Forms.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Forms.Features.Admin;

/// <summary>The answers as one file, and the files that came with them. Never shown in the site's own pages: a file is saved, not opened.</summary>
internal static class SubmissionDownloads
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/admin/formulaires").RequirePermission(Permissions.ViewFormSubmissions).ExcludeFromDescription();
        files.MapGet("/{id}/reponses.csv", CsvAsync);
        files.MapGet("/fichiers/{id:guid}", FileAsync);
    }

    private static async Task CsvAsync(string id, string? q, string? du, string? au, HttpContext http, ListSubmissions submissions, IStringLocalizer words, CancellationToken ct)
    {
        var rows = submissions.Of(SubmissionFilter.Of(id, q, du, au)).OrderBy(row => row.AtUtc).ThenBy(row => row.Id);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"reponses.csv\"";
        http.Response.Headers.CacheControl = "private, no-store";

        // Read twice: the questions of the latest form alone would leave out what an earlier one asked.
        var columns = new Dictionary<string, string>();
        await foreach (var json in rows.Select(row => row.Answers).AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var answer in Answer.Read(json))
            {
                columns[answer.Name] = answer.Label;
            }
        }

        await using var csv = CsvWriter.Create(http.Response.Body, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([words["Numéro"].Value, words["Reçue le"].Value, .. columns.Values.Select(label => SpreadsheetCell.Safe(label))], ct);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var answers = Answer.Read(row.Answers).ToLookup(answer => answer.Name, answer => answer.Text);
            await csv.WriteRecordAsync([row.Id.ToString(), row.AtUtc.ToParis().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), .. columns.Keys.Select(name => SpreadsheetCell.Safe(answers[name].FirstOrDefault()))], ct);
        }
    }

    private static async Task<IResult> FileAsync(Guid id, HttpContext http, SiteDb db, SubmissionFiles files, CancellationToken ct)
    {
        if (await db.Set<SubmissionFile>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } file || !File.Exists(files.PathOf(id)))
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        (headers.CacheControl, headers.ContentSecurityPolicy, headers.XContentTypeOptions) = ("private, no-store", "default-src 'none'; sandbox", "nosniff");
        return Results.File(files.PathOf(id), file.ContentType, file.FileName);
    }
}
