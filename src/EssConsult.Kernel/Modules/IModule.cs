using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Modules;

/// <summary>A module's table of contents: every service, table and endpoint is registered here by hand, so that F12 finds it.</summary>
public interface IModule
{
    ModuleManifest Manifest { get; }

    void AddServices(IServiceCollection services, IConfiguration configuration);

    void MapTables(ModelBuilder model)
    {
    }

    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
