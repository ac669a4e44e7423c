using EssConsult.Kernel.Commands;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Jobs;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Tests.Probe;

/// <summary>A small module that uses each thing the kernel offers once.</summary>
internal sealed class ProbeModule : IModule
{
    public const string Id = "EssConsult.Kernel.Tests";

    public ModuleManifest Manifest { get; } = new(Id, "Essai", "Ce que les tests du noyau utilisent.") { Permissions = [new("UseProbe", "Essayer")] };

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHandler<ProbeHandler>().AddHandler<FragileHandler>().AddHandler<SteadyHandler>();
        services.AddFollower<ProbeFollower>().AddFollower<LateFollower>();
        services.AddRecurringJob<ProbeJob>(TimeSpan.FromMinutes(1));
        services.AddSingleton<IEvictsPages, ProbeEviction>();
        services.AddScoped<IAtStart, ProbeTable>();
    }

    public void MapTables(ModelBuilder model)
    {
        model.Entity<ProbeMark>().ToTable("probe_mark").HasKey(mark => mark.Id).HasRule("probe.id", "Cet identifiant est pris.");
        model.Entity<ProbeMark>().HasIndex(mark => new { mark.Family, mark.Name }).HasRule("probe.twice", "Ce nom est pris.");
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/essai/ouvert", () => "ouvert").Public();
        endpoints.MapPost("/essai/ecrire", () => "écrit").Public();
        endpoints.MapPost("/api/essai/regle", string () => throw new RuleException("probe.rule", "Il reste {0} place.", 1)).Public();
        endpoints.MapGet("/essai/panne", string () => throw new InvalidOperationException("Un secret de fabrication.")).Public();
    }

    // The migrations know nothing of this table.
    private sealed class ProbeTable(SiteDb db) : IAtStart
    {
        public async Task StartAsync(CancellationToken ct)
        {
            await using var write = await db.BeginWriteAsync(ct);
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS probe_mark (id text NOT NULL CONSTRAINT pk_probe_mark PRIMARY KEY, family text NOT NULL, name text NOT NULL); " +
                "CREATE UNIQUE INDEX IF NOT EXISTS ix_probe_mark_family_name ON probe_mark (family, name)", ct);
            await write.CommitAsync(ct);
        }
    }

    private sealed class ProbeEviction : IEvictsPages
    {
        public IEnumerable<string> TagsOf(OutboxEvent happened) => happened.Is<NoteWritten>() ? ["essai"] : [];
    }
}

/// <summary>The sites of the kernel's tests: the real one with the probe.</summary>
public sealed class ProbeSites() : Sites(Options)
{
    internal static SiteOptions Options => new() { Modules = [new ProbeModule()] };
}
