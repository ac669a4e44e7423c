using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EssConsult.Contributions;

/// <summary>Lets a reader ask « has it changed? » (RFC 9110, If-None-Match) instead of fetching everything again.</summary>
internal static class EntityTags
{
    private const string Fresh = "public, max-age=60";

    /// <summary>A small answer, tagged by its own bytes.</summary>
    public static IResult Json<T>(HttpContext http, T value)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, options);
        http.Response.Headers.CacheControl = Fresh;
        return TypedResults.Bytes(bytes, "application/json; charset=utf-8", entityTag: Tag(SHA256.HashData(bytes)));
    }

    /// <summary>
    /// A file too long to be written before it is tagged, tagged by the last event of the site: whatever is in it changes with an
    /// event. <paramref name="varies"/> is what else it depends on.
    /// </summary>
    /// <returns>True when the reader has it already; the answer is then complete.</returns>
    public static async Task<bool> IsKnownAsync(HttpContext http, string varies, CancellationToken ct)
    {
        var end = await http.RequestServices.GetRequiredService<Outbox>().EndAsync(ct);
        var tag = Tag(SHA256.HashData(Encoding.UTF8.GetBytes($"{end.Xid}|{end.Position}|{varies}|{http.Request.PathBase}{http.Request.Path}")));
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = Fresh;
        if (!http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static EntityTagHeaderValue Tag(ReadOnlySpan<byte> hash) => new($"\"{Convert.ToHexStringLower(hash[..16])}\"");
}
