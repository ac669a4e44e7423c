using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Features.Admin.Contents;
using EssConsult.Content.Features.Admin.Elements;
using EssConsult.Content.Items;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Features.Admin;

internal static class AdminRegistration
{
    public static IServiceCollection AddContentAdmin(this IServiceCollection services)
    {
        services.AddScoped<ListContents>().AddScoped<ChangeContents>().AddScoped<CompareVersions>();
        services.AddScoped<EditorDesk>().AddScoped<ElementDesk>().AddScoped<EmbeddedLists>().AddScoped<ListChildren>().AddScoped<TermGuard>();
        return services.AddScoped<DefinitionDesk>();
    }
}
