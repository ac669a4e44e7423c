using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Actors.Features;
using EssConsult.Actors.Features.Admin;
using EssConsult.Actors.Import;
using EssConsult.Content.Contracts;
using EssConsult.Notifications.Contracts;
using EssConsult.Search.Contracts;
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

        services.AddScoped<ListActorsHandler>().AddScoped<ReadActorHandler>().AddScoped<ProposeActorHandler>().AddScoped<ChangeActorHandler>();
        services.AddScoped<RequestMembershipHandler>().AddScoped<DecideMembershipHandler>().AddScoped<ListMyActorsHandler>();
        services.AddScoped<ListAllActorsHandler>().AddScoped<DecideActorsHandler>();
        services.AddScoped<ActorImporter>().AddScoped<ImportFilesHandler>().AddScoped<ReadImportHandler>();
        services.AddScoped<ISearchSource, ActorSearchSource>().AddScoped<IFacetNames, ActorFacetNames>();
        services.AddScoped<IRecipeStep, DemoActorsStep>();
        services.AddHandler<ActorMails>().AddHandler<PersonalActors>().AddScoped<IPersonalData, PersonalActors>();
        services.AddSlot<AccountMenu>("account-menu").AddWaiting<ProposedActors>();
        services.AddScoped<ISiteCommand, ImportActorsCommand>().AddScoped<IAudience, ActorAudience>();
    }

    public void MapTables(ModelBuilder model) => ActorTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapActorsApi();
        endpoints.MapAdminActorsApi();
    }
}
