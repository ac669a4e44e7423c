using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Open data and the read API: streamed, documented, without names.</summary>
internal static class OpenDataApi
{
    private const int MaxPage = 100;
    private const int Everything = int.MaxValue;

    private static readonly string[] Columns =
        ["id", "url", "demarche", "etape", "secteur", "territoire", "titre", "texte", "auteur", "publiee_le", "soutiens", "commentaires", "reponse"];

    public static void MapOpenData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/contributions.csv", CsvAsync).Public().WithSummary("Toutes les contributions publiées, en CSV (UTF-8, virgules).");
        endpoints.MapGet("/contributions.json", (OpenContributions open, CancellationToken ct) => open.ReadAsync(null, Everything, withDemo: false, ct))
            .Public().WithSummary("Toutes les contributions publiées, en JSON.");
        endpoints.MapGet("/contributions.atom", FeedAsync).Public().ExcludeFromDescription();

        var api = endpoints.MapGroup("/api/contributions").WithTags("Contributions").Public();
        api.MapGet("/", (OpenContributions open, string? after, int? limit, CancellationToken ct) => open.ReadAsync(after, Math.Clamp(limit ?? 20, 1, MaxPage), withDemo: true, ct))
            .WithSummary("Une page de contributions, dans l’ordre de leurs identifiants ; « after » reprend après le dernier lu, « limit » va de 1 à 100.");
        api.MapGet("/{id}", OneAsync).WithSummary("Une contribution publiée.");
    }

    private static async Task<IResult> OneAsync(string id, SiteDb db, IContentStore content, OpenContributions open, CancellationToken ct)
    {
        var row = await db.Set<ContributionRow>().AsNoTracking().Published().FirstOrDefaultAsync(found => found.ContentItemId == id, ct);
        return row is not null && await content.FindAsync(id, ContentVersion.Published, ct) is { } item
            ? TypedResults.Ok(await open.OpenAsync(row, item, await db.Set<Discussion.Contracts.DiscussionCounts>().FindAsync([id], ct), ct))
            : TypedResults.NotFound();
    }

    private static async Task CsvAsync(HttpContext http, OpenContributions open, IContentDefinitions definitions, CancellationToken ct)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"contributions.csv\"";
        var added = OpenContributions.AddedFields(definitions).ToList();
        await using var csv = CsvWriter.Create(http.Response.Body, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns, .. added.Select(definition => definition.DisplayName)], ct);
        await foreach (var row in open.ReadAsync(null, Everything, withDemo: false, ct))
        {
            string?[] cells =
            [
                row.Id, row.Url, row.Process, row.Phase, row.Sector, row.Territory, row.Title, row.Text, row.AuthorId, row.PublishedUtc.ToString("O", CultureInfo.InvariantCulture),
                row.Supports.ToString(CultureInfo.InvariantCulture), row.Comments.ToString(CultureInfo.InvariantCulture), row.AnswerState,
                .. added.Select(definition => row.Cells.GetValueOrDefault(definition.Name)),
            ];
            await csv.WriteRecordAsync([.. cells.Select(SpreadsheetCell.Safe)], ct);
        }
    }

    private static async Task<IResult> FeedAsync(HttpContext http, ContributionFeed feed, CancellationToken ct) =>
        Results.Text(await feed.WriteAsync($"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}", ct), "application/atom+xml; charset=utf-8");
}
