using EssConsult.Content.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace EssConsult.Content.Features.Media;

/// <summary>Serves files: pictures in the page, everything else as a download that cannot run.</summary>
internal static class MediaApi
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/media/{**path}", ServeAsync).Public().ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(string path, int? width, HttpContext context, MediaAccess access, MediaFiles files, CancellationToken ct)
    {
        var (media, isPublic) = await access.FindAsync(path, ct);
        if (media is null)
        {
            return Results.NotFound();
        }

        var (file, isVariant) = files.Find(media, width);
        if (!File.Exists(file))
        {
            return Results.NotFound();
        }

        // An upload's address never gets other bytes; a recipe's path may.
        var headers = context.Response.Headers;
        headers.CacheControl = !isPublic ? "private, no-store" : media.OwnerId is null && media.InLibrary ? "public, max-age=3600" : "public, max-age=31536000, immutable";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.File(
            file, isVariant ? "image/webp" : media.ContentType, media.IsImage ? null : media.FileName, enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{media.Hash}{(isVariant ? "-" + width : string.Empty)}\""));
    }
}
