using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.SiteTemplates;

internal static class TemplateServices
{
    public static IServiceCollection AddSiteTemplates(this IServiceCollection services) => services
        .AddFollower<SiteTemplateBook>()
        .AddSingleton<ISiteTemplates>(provider => provider.GetRequiredService<SiteTemplateBook>())
        .AddScoped<IRecipeStep, TemplatesStep>().AddScoped<IRecipeExport, TemplatesExport>()
        .AddScoped<EditTemplateHandler>().AddScoped<TemplatePreview>().AddScoped<Shortcodes.EditShortcodeHandler>();

    public static void Map(ModelBuilder model) => model.Entity<SiteTemplate>().ToTable("site_template").HasKey(row => row.Name);
}
