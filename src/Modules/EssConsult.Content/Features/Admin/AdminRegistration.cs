using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Features.Admin.Contents;
using EssConsult.Content.Features.Admin.Elements;
using EssConsult.Content.Items;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Features.Admin;

internal static class AdminRegistration
{
    public static IServiceCollection AddContentAdmin(this IServiceCollection services)
    {
        services.AddScoped<ListContents>().AddScoped<ChangeContents>().AddScoped<CompareVersions>();
        services.AddScoped<EditorDesk>().AddScoped<ElementDesk>().AddScoped<EmbeddedLists>().AddScoped<ListChildren>().AddScoped<TermGuard>();
        services.AddScoped<DefinitionDesk>();
        return services.AddMenu(AdminMenu.Today, 0).AddMenu(AdminMenu.Contents, 20).AddMenu(AdminMenu.Advanced, 95);
    }

    private static IServiceCollection AddMenu(this IServiceCollection services, string part, int order) => services.AddScoped<ISlot>(provider =>
        new AdminMenu(part, order, provider.GetRequiredService<CurrentPerson>(), provider.GetRequiredService<IHttpContextAccessor>()));
}
