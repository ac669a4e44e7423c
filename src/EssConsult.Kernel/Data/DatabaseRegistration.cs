using EssConsult.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Data;

internal static class DatabaseRegistration
{
    /// <summary>
    /// Reads <c>Database:Provider</c> (Sqlite or PostgreSql) and <c>ConnectionStrings:Site</c>. Without them the site stands
    /// on <c>App_Data/site.db</c>.
    /// </summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var provider = configuration["Database:Provider"] ?? configuration["provider"] ?? "Sqlite";
        var postgres = provider.Equals("PostgreSql", StringComparison.OrdinalIgnoreCase);
        var connection = configuration.GetConnectionString("Site")
            ?? (postgres ? "Host=127.0.0.1;Database=essconsult" : $"Data Source={Path.Combine(dataFolder, "site.db")}");

        services.AddSingleton(new WriteGate(oneWriter: !postgres));
        var address = new DatabaseAddress(postgres, connection, dataFolder);
        var (settings, inTurn) = (new SqliteSettings(), new WritesInTurn());
        services.AddSingleton(address).AddSingleton(GroupCommit.For(address));
        services.AddDbContextPool<SiteDb>((provider, options) =>
        {
            options.UseSnakeCaseNamingConvention();
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
            options.ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, ModelPerModuleSet>();
            _ = postgres
                ? options.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly("EssConsult.Migrations.PostgreSql"))
                : options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly("EssConsult.Migrations.Sqlite")).AddInterceptors(settings);
            options.AddInterceptors(inTurn);
        });
        return services;
    }

    /// <summary>One model per provider and set of modules: tests run several in one process.</summary>
    private sealed class ModelPerModuleSet : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), context.Database.ProviderName, ((SiteDb)context).ModuleSet, designTime);
    }
}

public sealed record DatabaseAddress(bool IsPostgreSql, string ConnectionString, string DataFolder);
