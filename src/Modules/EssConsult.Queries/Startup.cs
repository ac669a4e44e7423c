using EssConsult.Kernel.Themes;
using EssConsult.Queries.Dsl;
using EssConsult.Queries.Features;
using EssConsult.Queries.Indexing;
using EssConsult.Queries.Recipes;
using EssConsult.Queries.Running;
using EssConsult.Queries.Sql;
using EssConsult.Queries.Stored;
using EssConsult.Queries.Templating;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Queries;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Queries.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddFollower<QueryBook>().AddScoped<QueryCheck>().AddScoped<SaveQueryHandler>();
        services.AddScoped<SqlSource>().AddScoped<LuceneSource>().AddScoped<Sights>().AddScoped<QueryRunner>();
        services.AddSingleton<ItemIndex>().AddFollower<ItemIndexFollower>().AddScoped<ItemDocument>();
        services.AddSingleton<ILiquidExtension, QueryLiquid>().AddSingleton<IEvictsPages, QueryEviction>();
        services.AddSingleton<QueryScripts>().AddSingleton<IRecipeGlobals>(provider => provider.GetRequiredService<QueryScripts>()).AddSingleton<ICircuitGlobals>(provider => provider.GetRequiredService<QueryScripts>());
        AddRecipes(services);
    }

    public void MapTables(ModelBuilder model) => QueryTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        QueriesApi.Map(endpoints);
        ResultDownload.Map(endpoints);
    }

    private static void AddRecipes(IServiceCollection services)
    {
        services.AddScoped<IRecipeStep, QueriesStep>().AddScoped<IRecipeExport, QueriesExport>();
        services.AddScoped<IndexProfiles>().AddScoped<IRecipeStep, IndexProfileStep>().AddScoped<IRecipeExport, IndexProfilesExport>();
        foreach (var name in new[] { IndexProfile.LuceneStep, LuceneIndexStep.Alias })
        {
            services.AddScoped<IRecipeStep>(provider => new LuceneIndexStep(name, provider.GetRequiredService<IndexProfiles>()));
        }

        foreach (var name in RebuildStep.Names)
        {
            services.AddScoped<IRecipeStep>(provider => new RebuildStep(name, provider.GetRequiredService<SiteDb>()));
        }
    }
}
