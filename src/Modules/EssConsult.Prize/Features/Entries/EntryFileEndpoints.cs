using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EssConsult.Prize.Features.Entries;

/// <summary>Files of entries: to who may read the entry, and those of public answers to everybody.</summary>
internal static class EntryFileEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/dossiers/fichiers/{id:guid}", ReadAsync).SignedIn().ExcludeFromDescription();
        endpoints.MapGet("/prix/{id}/galerie/{number:int}/fichiers/{file:guid}", ReadPublicAsync).Public().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, EntryFiles files, CancellationToken ct) => Send(http, await files.FindAsync(id, ct));

    private static async Task<IResult> ReadPublicAsync(string id, int number, Guid file, HttpContext http, SiteDb db, EntryFiles files, EntryQuestions questions, CancellationToken ct) =>
        Send(http, await db.FindEditionAsync(id, ct) is { } edition ? await files.FindPublicAsync(edition, number, file, questions, ct) : null);

    private static IResult Send(HttpContext http, EntryFile? file)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return file is null ? Microsoft.AspNetCore.Http.Results.NotFound() : Microsoft.AspNetCore.Http.Results.File(file.Bytes, file.ContentType, file.FileName);
    }
}
