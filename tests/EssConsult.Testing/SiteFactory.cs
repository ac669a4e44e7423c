using EssConsult.Kernel.Commands;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Modules;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace EssConsult.Testing;

/// <summary>The real Program, with a database, a clock and a log of the test's own, and a silent console. Jobs run only when a test runs them.</summary>
internal sealed class SiteFactory(Database database, DataFolder data, SiteOptions options, TimeProvider clock, SiteLog log) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(options.Environment).UseContentRoot(Repository.Web).UseStaticWebAssets();
        builder.UseSetting("recipe", options.Recipe);
        builder.UseSetting("Site:DataFolder", data.Path);
        builder.UseSetting("Database:Provider", database.ToString());
        builder.UseSetting("ConnectionStrings:Site", data.Connection);
        foreach (var (key, value) in options.Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(clock));
            services.Replace(ServiceDescriptor.Singleton(new SiteConsole(TextWriter.Null, TextWriter.Null)));
            RemoveJobRunner(services);
            services.ConfigureDbContext<SiteDb>((provider, context) => context.AddInterceptors(provider.GetRequiredService<QueryCounter>()));
            services.AddSingleton<QueryCounter>();
            AddModules(services);
            options.Services?.Invoke(services);
        });
    }

    private static void RemoveJobRunner(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(QuartzHostedService)));

    private void AddModules(IServiceCollection services)
    {
        var catalog = (ModuleCatalog)services.Single(descriptor => descriptor.ServiceType == typeof(ModuleCatalog)).ImplementationInstance!;
        foreach (var module in options.Modules)
        {
            catalog.Add(module);
            module.AddServices(services, new ConfigurationManager());
            services.AddMvcCore().AddApplicationPart(module.GetType().Assembly);
        }
    }
}
