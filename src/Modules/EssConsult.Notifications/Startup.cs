using EssConsult.Accounts.Contracts;
using EssConsult.Notifications.Bell;
using EssConsult.Notifications.Features.News;
using EssConsult.Notifications.Following;
using EssConsult.Notifications.Mailings;
using EssConsult.Notifications.Mails;
using EssConsult.Notifications.News;
using EssConsult.Notifications.Privacy;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Notifications;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Notifications.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<INews, TellNews>().AddScoped<IFollowers, Followers>();
        services.AddSingleton<NewsKinds>().AddScoped<NewsList>().AddScoped<UnreadNews>().AddScoped<Readers>().AddMemoryCache();

        services.AddSingleton<NewsUnsubscription>().AddScoped<DueNews>().AddScoped<NewsMails>();
        services.AddRecurringJob<NewsDigest>(TimeSpan.FromMinutes(30)).AddRecurringJob<NewsAtOnce>(TimeSpan.FromMinutes(1)).AddRecurringJob<NewsPurge>(TimeSpan.FromHours(12));

        services.AddSingleton<OpenBells>().AddFollower<BellSignal>().AddSlot<BellSlot>("account");
        services.AddSlot<NewsMenu>("account-menu");

        services.AddSingleton(Audiences.Kind).AddScoped<IAudience, RoleAudience>().AddScoped<Audiences>();
        services.AddScoped<WriteMailing>().AddScoped<MailingLetters>().AddSingleton<MailingUnsubscription>().AddRecurringJob<MailingSender>(TimeSpan.FromMinutes(1));

        services.AddHandler<NewsData>();
        services.AddScoped<IPersonalData>(provider => provider.GetRequiredService<NewsData>());
    }

    public void MapTables(ModelBuilder model) => NotificationsTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapBell();
}
