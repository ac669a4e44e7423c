using EssConsult.Actors.Contracts;
using EssConsult.Actors.Features;
using EssConsult.Actors.Import;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Actors;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Actors.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IActors, ActorNames>();
        services.AddScoped<IDemoActors, DemoActors>();
        services.AddScoped<Sectors>();
        services.AddSingleton<IEvictsPages, EvictActorPages>();

        services.AddScoped<ListActorsHandler>();
        services.AddScoped<ReadActorHandler>();
        services.AddScoped<ProposeActorHandler>();
        services.AddScoped<ChangeActorHandler>();
        services.AddScoped<RequestMembershipHandler>();
        services.AddScoped<DecideMembershipHandler>();
        services.AddScoped<ListMyActorsHandler>();
        services.AddScoped<ActorImporter>();
        services.AddScoped<ISiteCommand, ImportActorsCommand>();
    }

    public void MapTables(ModelBuilder model) => ActorTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapActorsApi();
    }
}
