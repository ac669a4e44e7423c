using CsvHelper;
using EssConsult.Queries.Running;
using EssConsult.Queries.Stored;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Queries.Features;

/// <summary>The result of a stored query as a file.</summary>
internal static class ResultDownload
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/admin/requetes/{name}/resultat.csv", CsvAsync).RequirePermission(Permissions.ManageQueries).ExcludeFromDescription();

    private static async Task<IResult> CsvAsync(string name, string? parametres, HttpContext http, QueryBook book, QueryRunner runner, IStringLocalizer words, CancellationToken ct)
    {
        if (book.Find(name) is not { } query)
        {
            return Results.NotFound();
        }

        QueryResult result;
        try
        {
            result = await runner.RunAsync(query, QueryParameters.Parse(parametres), ct);
        }
        catch (RuleException broken)
        {
            return Results.Problem(words[broken.Message, broken.Values], statusCode: StatusCodes.Status400BadRequest, type: "urn:essconsult:" + broken.Code);
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{query.Name}.csv\"";
        http.Response.Headers.CacheControl = "private, no-store";
        await using var csv = CsvWriter.Create(http.Response.Body, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. ResultTable.ColumnsOf(result)], ct);
        foreach (var row in ResultTable.RowsOf(result))
        {
            await csv.WriteRecordAsync([.. row.Select(SpreadsheetCell.Safe)], ct);
        }

        return Results.Empty;
    }
}
