using EssConsult.Kernel.Data;
using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace EssConsult.Kernel.Pages;

/// <summary>The description of what machines may read, at <c>/openapi/v1.json</c> (OpenAPI 3.1): public endpoints that say what they give.</summary>
internal static class OpenApi
{
    private const string Address = "/openapi/{documentName}.json";

    public static IServiceCollection AddSiteOpenApi(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.ShouldInclude = IsPublic;
        document.AddDocumentTransformer((described, context, _) =>
        {
            described.Info = new OpenApiInfo
            {
                Title = context.ApplicationServices.GetRequiredService<SiteSettings>().SiteName,
                Version = context.DocumentName,
                Description = "Lecture seule, sans clé, sans nom ni adresse de personne. Les erreurs sont des problem+json (RFC 9457). Colonnes, sens et licence : /donnees-ouvertes.",
            };

            // The address of the request, which a kept document would give to readers of another.
            described.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static void MapSiteOpenApi(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi(Address).Public();

    private static bool IsPublic(ApiDescription endpoint)
    {
        var stated = endpoint.ActionDescriptor.EndpointMetadata;
        return stated.OfType<IEndpointSummaryMetadata>().Any() && stated.OfType<IStatesPermission>().LastOrDefault() is PublicAttribute;
    }
}
