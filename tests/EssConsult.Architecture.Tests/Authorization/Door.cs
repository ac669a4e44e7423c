using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Architecture.Tests.Authorization;

/// <summary>One way in: a page read, one of its handlers, or an endpoint of an API.</summary>
internal sealed record Door(string Verb, string Address, string Statement)
{
    public string Key => $"{Verb} {Address}";

    /// <summary>Every door of the site, from the endpoints that routing knows.</summary>
    public static async Task<IReadOnlyList<Door>> ListAsync(IServiceProvider services)
    {
        var doors = new List<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var (address, statement) = ("/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint.Metadata.GetMetadata<IStatesPermission>()?.Statement ?? "NOTHING");
            doors.AddRange(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await HandlersAsync(services, page, endpoint)).Select(handler => new Door(handler.Verb, address + handler.Query, statement))
                : (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(verb => new Door(verb, address, statement)));
        }

        return [.. doors.Distinct().OrderBy(door => door.Address, StringComparer.Ordinal).ThenBy(door => door.Verb, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<(string Verb, string Query)>> HandlersAsync(IServiceProvider services, PageActionDescriptor page, Endpoint endpoint)
    {
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.HandlerMethods.Select(handler => (handler.HttpMethod.ToUpperInvariant(), handler.Name is null ? string.Empty : "?handler=" + handler.Name))
            .Append(("GET", string.Empty)).Distinct();
    }
}
