using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Text.RegularExpressions;

namespace EssConsult.Architecture.Tests;

public sealed partial class EndpointTests(Sites sites) : IClassFixture<Sites>
{
    [Fact]
    public async Task Every_endpoint_states_who_may_call_it()
    {
        var silent = (await EndpointsAsync()).Where(endpoint => endpoint.Metadata.GetMetadata<IStatesPermission>() is null);

        silent.Select(endpoint => endpoint.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_stated_permission_is_declared_by_a_module()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var known = site.Services.GetRequiredService<ModuleCatalog>().Permissions.Select(permission => permission.Name).Concat(["public", "signed-in"]).ToHashSet();

        var unknown = (await EndpointsAsync()).Select(endpoint => (endpoint.DisplayName, endpoint.Metadata.GetMetadata<IStatesPermission>()?.Statement))
            .Where(stated => stated.Statement is not null && !known.Contains(stated.Statement));

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void One_page_bears_each_address()
    {
        var pages = Sources.Files(".cshtml").Where(path => path.StartsWith("src/", StringComparison.Ordinal)).SelectMany(Sources.Lines).Select(line => (line.Place, Match: PageAddress().Match(line.Line))).Where(line => line.Match.Success)
            .Select(line => (line.Place, Address: line.Match.Groups[1].Value)).ToList();

        pages.Where(page => !page.Address.StartsWith('/')).ShouldBeEmpty("An address is absolute: @page \"/contribuer\".");
        pages.GroupBy(page => page.Address, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => string.Join(", ", same)).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint>> EndpointsAsync() =>
        (await sites.OnAsync(Database.Sqlite)).Services.GetRequiredService<EndpointDataSource>().Endpoints;

    [GeneratedRegex(@"^@page(?:\s+""([^""]*)"")?")]
    private static partial Regex PageAddress();
}
