using System.Security.Claims;
using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Events;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Security;
using EssConsult.Search.Contracts;
using EssConsult.Search.Querying;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Search.Tests;

/// <summary>Another module's documents, some of which only a permission opens.</summary>
public sealed class AudienceTests
{
    [Fact]
    public async Task Readers_find_only_what_they_may_see()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Modules = [new Archive()] });
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/recherche?q=palimpseste")).Texts(".search-result h2").ShouldBe(["Registre public"]);
        (await site.Visitor().GetAsync("/recherche?q=palimpsestes")).Texts("main strong").ShouldBe(["1 résultat"]);
        (await site.Visitor().GetAsync("/recherche?q=zorgluub")).Has("main strong").ShouldBeFalse();
        (await FoundByAsync(site, SystemRoles.Administrator)).ShouldBe(2);
        (await FoundByAsync(site, SystemRoles.Authenticated)).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_visitor_may_not_view_is_not_found_by_one(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.RecipeAsync("ess-roadmap");
        await site.ContributionAsync("Un palimpseste", "Sur le quai.");
        (await site.Visitor().GetAsync("/recherche?q=palimpseste")).Texts(".search-result").Count.ShouldBe(1);

        await site.SaveAsync<IRoles>(roles => roles.UpsertAsync(SystemRoles.Anonymous, null, ["ViewContent", "View_Contribution"], PermissionBehavior.Remove, "tests", CancellationToken.None));
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/recherche?q=palimpseste")).Texts(".search-result").ShouldBeEmpty();
        (await FoundByAsync(site, SystemRoles.Administrator)).ShouldBe(1);
    }

    private static Task<int> FoundByAsync(Site site, string role) => site.UseAsync((IServiceProvider services) =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "4someone"), new Claim(ClaimTypes.Role, role)], "test")),
        };
        return Task.FromResult(services.GetRequiredService<SearchHandler>().Search(new SearchRequest("palimpseste")).Total);
    });

    private sealed class Archive : IModule
    {
        public ModuleManifest Manifest { get; } = new("EssConsult.Search.Tests", "Archives", "Des registres.") { DependsOn = ["EssConsult.Search"] };

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddScoped<ISearchSource, Registers>();
    }

    private sealed class Registers : ISearchSource
    {
        private static readonly SearchDocument[] All =
        [
            new() { Id = "public", Kind = "Registre", Title = "Registre public", Body = "Un palimpseste pour tous.", Url = "registres/public" },
            new() { Id = "staff", Kind = "Registre", Title = "Registre interne", Body = "Un palimpseste de Zorglub.", Url = "registres/interne", Audience = "ReadRegisters" },
        ];

        public string Kind => "registers";

        public Task<SearchDocument?> ReadAsync(string id, CancellationToken ct) => Task.FromResult(All.FirstOrDefault(document => document.Id == id));

        public IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken ct) => All.ToAsyncEnumerable();

        public IEnumerable<string> IdsTouchedBy(OutboxEvent happened) => [];
    }
}
