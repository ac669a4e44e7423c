using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EssConsult.Contributions;

/// <summary>Everything in one file, streamed: CSV, JSON and the Atom feed.</summary>
internal static class OpenFiles
{
    public static void MapOpenFiles(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup(string.Empty).WithTags("Contributions").Public();
        files.MapGet("/contributions.csv", CsvAsync).WithName("ExportContributions").WithSummary("Toutes les contributions publiées, en CSV (UTF-8, virgules)").Produces<string>(StatusCodes.Status200OK, "text/csv");
        files.MapGet("/contributions.json", JsonAsync).WithName("ExportContributionsJson").WithSummary("Toutes les contributions publiées, en JSON").Produces<IReadOnlyList<OpenContribution>>();
        files.MapGet("/contributions.atom", FeedAsync).ExcludeFromDescription();
    }

    private static async Task CsvAsync(HttpContext http, OpenContributions open, IContentDefinitions definitions, CancellationToken ct)
    {
        if (await EntityTags.IsKnownAsync(http, open.AuthorsVaryBy, ct))
        {
            return;
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"contributions.csv\"";
        var columns = OpenDataColumns.All(definitions);
        await using var csv = CsvWriter.Create(http.Response.Body, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns.Select(column => column.Name)], ct);
        await foreach (var row in open.AllAsync(ct))
        {
            await csv.WriteRecordAsync([.. columns.Select(column => SpreadsheetCell.Safe(column.Cell(row)))], ct);
        }
    }

    private static async Task<IResult> JsonAsync(HttpContext http, OpenContributions open, CancellationToken ct) =>
        await EntityTags.IsKnownAsync(http, open.AuthorsVaryBy, ct) ? Results.Empty : TypedResults.Ok(open.AllAsync(ct));

    private static async Task<IResult> FeedAsync(ContributionFeed feed, CancellationToken ct) => Results.Text(await feed.WriteAsync(ct), "application/atom+xml; charset=utf-8");
}
