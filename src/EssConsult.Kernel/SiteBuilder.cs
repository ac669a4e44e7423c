using System.Text.Encodings.Web;
using System.Text.Unicode;
using EssConsult.Kernel.Admin;
using EssConsult.Kernel.Audit;
using EssConsult.Kernel.Commands;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Jobs;
using EssConsult.Kernel.Localization;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Quartz;

namespace EssConsult.Kernel;

/// <summary>Builds the site from the modules that the host names, in the order of their dependencies.</summary>
public sealed class SiteBuilder
{
    private readonly WebApplicationBuilder host;
    private readonly ModuleCatalog catalog = new();

    internal SiteBuilder(WebApplicationBuilder host)
    {
        this.host = host;
        host.Services.AddSingleton(catalog);
    }

    public SiteBuilder Add(IModule module)
    {
        catalog.Add(module);
        module.AddServices(host.Services, host.Configuration);
        return this;
    }
}

public static class SiteBuilderExtensions
{
    public static SiteBuilder AddSite(this WebApplicationBuilder host)
    {
        var services = host.Services;
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new SiteConsole(Console.Out, Console.Error));
        services.AddSingleton<SiteFolders>().AddSingleton<FeatureSwitch>();
        services.AddDatabase(host.Configuration, SiteFolders.DataFolder(host.Environment.ContentRootPath, host.Configuration));
        services.AddSingleton<Migrator>().AddSingleton<SiteStart>();
        services.AddDataProtection().SetApplicationName("EssConsult").PersistKeysToDbContext<SiteDb>().Services.CloseKeyRing(host.Configuration);

        services.AddSingleton<OutboxSignal>().AddSingleton<Outbox>().AddSingleton<OutboxTail>();
        services.AddSingleton<OutboxFollowers>().AddHostedService(provider => provider.GetRequiredService<OutboxFollowers>());
        services.AddSingleton<HandlerRunner>().AddHostedService<OutboxDispatcher>();
        services.AddSingleton<IFollow>(provider => provider.GetRequiredService<FeatureSwitch>());
        services.AddFollower<SiteSettings>();
        services.AddSingleton<SharedReads>().AddSingleton<Drawings>().AddSingleton<PageTags>().AddSingleton<StalePages>().AddSingleton(provider => new Commits(
            provider.GetRequiredService<GroupCommit>(), provider.GetRequiredService<OutboxSignal>(), provider.GetRequiredService<PageTags>(), provider.GetRequiredService<StalePages>()));
        services.AddFollower<PageCacheEviction>();

        services.AddQuartz();
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        services.AddRecurringJob<AuditSealer>(TimeSpan.FromMinutes(1));
        services.AddRecurringJob<OutboxPurge>(TimeSpan.FromHours(6));
        services.AddScoped<ISiteCommand, AuditVerifyCommand>();

        services.AddSingleton<IStringLocalizer, Phrases>().AddSingleton<IStringLocalizerFactory, PhrasesFactory>();
        services.AddSingleton<ThemeFolder>().AddSingleton<ThemeTemplates>().AddSingleton<Assets>().AddSingleton<Liquid>().AddSingleton<ILiquidExtension, LayoutTags>();
        services.AddScoped<AdminMenu>().AddKeyedScoped<ISlot>("admin-menu", (provider, _) => provider.GetRequiredService<AdminMenu>());
        services.AddScoped<PageHead>().AddScoped<ThemeLayout>().AddScoped<CacheTags>();

        services.AddAuthentication();
        services.AddSingleton<IRoleBook, AdministratorsOnly>();
        services.AddSingleton<DeveloperMachine>();
        services.AddScoped<CurrentPerson>().AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization();
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddWriteLimits();
        services.AddAntiforgery(form => (form.Cookie.Name, form.HeaderName) = (Browsers.AntiforgeryCookie, "X-Form-Token"));
        services.AddOutputCache();
        services.AddHealthChecks().AddCheck<SiteHealth>("site", tags: ["ready"]);
        services.AddProblemDetails();
        services.AddExceptionHandler<RuleProblem>().AddExceptionHandler<UnreadableRequest>();
        services.Configure<RouteHandlerOptions>(api => api.ThrowOnBadRequest = true);
        services.AddSiteOpenApi();

        services.AddSingleton<MatcherPolicy, FeatureGate>();
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddViewLocalization().AddDataAnnotationsLocalization();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.Add(new PageOwner()));
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<RulePageFilter>();
        });
        return new SiteBuilder(host);
    }

    private sealed class OutboxPurge(SiteDb db, TimeProvider clock) : IRecurringJob
    {
        public string Name => "outbox-purge";

        public Task RunAsync(CancellationToken ct) => Outbox.PurgeAsync(db, clock.UtcNow(), ct);
    }
}
