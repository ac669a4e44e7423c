using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EssConsult.Kernel.Security;

internal static class StatedPermissions
{
    /// <summary>Keeps a site from starting with an endpoint that forgot to say who may call it: an oversight opens no door.</summary>
    /// <exception cref="InvalidOperationException">Names the endpoints that state nothing.</exception>
    public static void Require(IEndpointRouteBuilder site)
    {
        var silent = site.DataSources.SelectMany(source => source.Endpoints).Where(endpoint => endpoint.Metadata.GetMetadata<IStatesPermission>() is null)
            .Select(endpoint => endpoint.DisplayName).ToList();
        if (silent.Count > 0)
        {
            throw new InvalidOperationException($"[Public], [SignedIn] or [RequirePermission] is missing on: {string.Join(", ", silent)}.");
        }
    }
}
