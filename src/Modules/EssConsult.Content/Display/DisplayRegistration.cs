using EssConsult.Content.Menus;
using EssConsult.Content.Permits;
using EssConsult.Content.Routing;
using EssConsult.Content.Taxonomies;
using EssConsult.Kernel.Admin;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Display;

internal static class DisplayRegistration
{
    /// <summary>The page of every item, the menus and the terms.</summary>
    public static IServiceCollection AddDisplay(this IServiceCollection services)
    {
        services.AddScoped<IContentPaths, ContentPaths>().AddScoped<ContentPermits>().AddScoped<ItemAtPath>().AddScoped<IHomeItem, HomeItems>();
        services.AddScoped<ContentDisplay>().AddScoped<IContentDisplay>(provider => provider.GetRequiredService<ContentDisplay>()).AddScoped<BroughtParts>().AddScoped<PartDisplay>().AddScoped<PartShapes>().AddSingleton<PartTemplates>().AddScoped<ContainedItems>().AddSingleton<IEvictsPages, ContentEviction>();
        services.AddFollower<TaxonomyBook>().AddSingleton<ITaxonomies>(provider => provider.GetRequiredService<TaxonomyBook>());
        services.AddScoped<IContentHandler, TermHandler>();
        services.AddScoped<IAdminLinks, KeptAdminLinks>();
        return services.AddFollower<MenuBook>().AddSlot<MenuSlot>(MenuSlot.Main).AddSlot<MenuSlot>(MenuSlot.Footer).AddSlot<LanguageSlot>("language");
    }
}
