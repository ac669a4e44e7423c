using EssConsult.Content.Contact;
using EssConsult.Content.Definitions;
using EssConsult.Content.Display;
using EssConsult.Content.Features.Admin;
using EssConsult.Content.Features.Media;
using EssConsult.Content.Features.Settings;
using EssConsult.Content.Forms;
using EssConsult.Content.Items;
using EssConsult.Content.Media;
using EssConsult.Content.Menus;
using EssConsult.Content.Recipes;
using EssConsult.Content.Routing;
using EssConsult.Content.Shortcodes;
using EssConsult.Content.SiteTemplates;
using EssConsult.Content.Taxonomies;
using EssConsult.Content.Templating;
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
        services.AddSingleton<IMarkup, Markup>().AddSingleton<ILiquidExtension, ContentLiquid>()
            .AddSingleton<ILiquidExtension, OrchardTags>().AddSingleton<ILiquidExtension, ShapeTags>().AddSingleton<ShortcodeText>().AddSingleton<ILiquidExtension, ShortcodeFilters>().AddSingleton<ILiquidExtension, OrchardFilters>().AddSingleton<ILiquidExtension, OrchardGlobals>();
        services.AddFollower<DefinitionBook>().AddScoped<IAtStart, LoadBooks>().AddScoped<IAtStart, AddMissingTypes>();
        services.AddScoped<IContentDefinitions, ContentDefinitions>();
        services.AddScoped<IContentStore, ContentStore>().AddScoped<ContentHandlers>().AddScoped<ContentImport>().AddScoped<ContentErasure>();
        services.AddForms();
        services.AddDisplay();
        services.AddMedia();
        services.AddContentAdmin();
        services.AddScoped<IContentHandler, TitleHandler>().AddScoped<IContentHandler, AutorouteHandler>();
        services.AddRecipes().AddSiteTemplates().AddContact().AddSitePages();
    }

    public void MapTables(ModelBuilder model) => ContentTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => MediaApi.Map(endpoints);

    private sealed class AddMissingTypes(IContentDefinitions definitions, SiteDb db) : IAtStart
    {
        public int Order => -99;

        public async Task StartAsync(CancellationToken ct)
        {
            if (BuiltInTypes.Missing(definitions) is { Count: > 0 } missing)
            {
                await definitions.MergeAsync(missing, [], replace: false, ct);
                await db.SaveChangesAsync(ct);
            }
        }
    }

    private sealed class LoadBooks(DefinitionBook definitions, TaxonomyBook taxonomies, MenuBook menus) : IAtStart
    {
        public int Order => -100;

        public async Task StartAsync(CancellationToken ct)
        {
            await definitions.LoadAsync(ct);
            await taxonomies.LoadAsync(ct);
            await menus.LoadAsync(ct);
        }
    }
}
