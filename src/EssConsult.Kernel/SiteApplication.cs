using EssConsult.Kernel.Commands;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel;

public static class SiteApplication
{
    /// <summary>The road of every request, in order.</summary>
    public static WebApplication UseSite(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur",
            StatusCodeSelector = error => error is RuleException ? StatusCodes.Status409Conflict : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = handled => handled.Exception is RuleException || handled.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService,
        });
        app.UseSecurityHeaders();
        app.UseLanguageInPath();
        app.UseStatusCodePagesWithReExecute("/erreur", "?status={0}");
        app.UseRouting();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Public();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).Public();
        app.Services.GetRequiredService<Assets>().Map(app);
        app.MapSiteOpenApi();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
        {
            module.MapEndpoints(app.MapGroup(string.Empty).WithMetadata(new OwnedBy(module.Manifest.Id)));
        }

        app.MapRazorPages();
        return app;
    }

    /// <summary>Runs the command that the arguments name, or brings the database up to date and serves the site.</summary>
    public static async Task<int> RunSiteAsync(this WebApplication app, string[] args)
    {
        StatedPermissions.Require(app);
        var words = args.TakeWhile(arg => !arg.StartsWith('-')).ToArray();
        if (words.Length > 0)
        {
            return await CommandLine.RunAsync(app, words);
        }

        await app.Services.GetRequiredService<SiteStart>().StartAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}

/// <summary>What must be true before the first request: tables, settings, and each module's own start.</summary>
public sealed class SiteStart(Migrator migrator, SiteSettings settings, FeatureSwitch features, IServiceScopeFactory scopes)
{
    public async Task StartAsync(CancellationToken ct)
    {
        await migrator.MigrateAsync(ct);
        await settings.LoadAsync(ct);
        await features.LoadAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var step in scope.ServiceProvider.GetServices<IAtStart>().OrderBy(step => step.Order))
        {
            await step.StartAsync(ct);
        }
    }
}
