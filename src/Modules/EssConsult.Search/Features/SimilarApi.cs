using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EssConsult.Search.Features;

/// <summary>The published contributions close to a text being written.</summary>
internal static class SimilarApi
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/similaires", FindAsync)
        .Public().RequireRateLimiting(SimilarLimit.Policy)
        .WithName("similar").WithSummary("Contributions publiées proches d’un texte").WithTags("Recherche");

    private static async Task<SimilarAnswer[]> FindAsync(string? titre, string? texte, string? secteur, string? sauf, HttpRequest request, ISimilar similar, CancellationToken ct)
    {
        var found = await similar.FindAsync(new SimilarQuestion(titre, texte) { ExcludeId = sauf, Sectors = secteur is { Length: > 0 } ? [secteur] : [] }, ct);
        return [.. found.Select(item => new SimilarAnswer(item.Id, item.Title, $"{request.PathBase}/{item.Url}", item.Extract))];
    }
}

/// <param name="Id">The contribution's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its address on this site.</param>
/// <param name="Extract">Its first words.</param>
public sealed record SimilarAnswer(string Id, string Title, string Url, string Extract);
