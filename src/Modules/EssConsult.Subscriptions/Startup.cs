using EssConsult.Accounts.Contracts;
using EssConsult.Subscriptions.Features;
using EssConsult.Subscriptions.News;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Subscriptions;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Subscriptions.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SubscriptionLinks>();
        services.AddScoped<Subscribing>().AddScoped<NewsWords>().AddScoped<IAddressData, SubscriptionData>();
        services.Configure<RateLimiterOptions>(SubscriptionLimits.Add);
        services.AddHandler<AnswerNews>().AddHandler<ForgetProcess>().AddHandler<NewProcess>();
        services.AddRecurringJob<PhaseNews>(TimeSpan.FromMinutes(5));
        services.AddRecurringJob<SubscriptionMails>(TimeSpan.FromMinutes(10));
        services.AddRecurringJob<SubscriptionPurge>(TimeSpan.FromHours(12));
        services.AddSlot<HomeInform>("home-inform").AddSlot<ProcessInform>("process-aside");
    }

    public void MapTables(ModelBuilder model) => SubscriptionTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
