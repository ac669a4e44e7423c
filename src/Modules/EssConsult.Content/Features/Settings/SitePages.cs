using EssConsult.Content.Features.Contact;
using EssConsult.Content.Features.SiteMap;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Features.Settings;

internal static class SitePages
{
    /// <summary>What the settings page, the site map and the menu entries of this folder's pages need.</summary>
    public static IServiceCollection AddSitePages(this IServiceCollection services) => services
        .AddSingleton<InstalledThemes>().AddScoped<EditSettingsHandler>().AddScoped<SwitchModuleHandler>()
        .AddSlot<LegalFacts>("content-item").AddWaiting<MessagesWaiting>()
        .AddScoped<ReadSiteMap>().AddSingleton<IEvictsPages, SiteMapEviction>();
}
