using EssConsult.Content.Definitions;
using EssConsult.Content.Forms;
using EssConsult.Content.Items;
using EssConsult.Content.Recipes;
using EssConsult.Content.Routing;
using EssConsult.Content.Taxonomies;
using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Content.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMarkup, Markup>().AddSingleton<ILiquidExtension, ContentLiquid>();
        services.AddFollower<DefinitionBook>().AddScoped<IAtStart, LoadBooks>();
        services.AddScoped<IContentDefinitions, ContentDefinitions>();
        services.AddScoped<IContentStore, ContentStore>();
        services.AddFollower<TaxonomyBook>().AddSingleton<ITaxonomies>(provider => provider.GetRequiredService<TaxonomyBook>());
        services.AddForms();
        services.AddScoped<IContentHandler, TitleHandler>().AddScoped<IContentHandler, AutorouteHandler>();
        services.AddRecipes();
    }

    public void MapTables(ModelBuilder model) => ContentTables.Map(model);

    private sealed class LoadBooks(DefinitionBook definitions, TaxonomyBook taxonomies) : IAtStart
    {
        public int Order => -100;

        public async Task StartAsync(CancellationToken ct)
        {
            await definitions.LoadAsync(ct);
            await taxonomies.LoadAsync(ct);
        }
    }
}
