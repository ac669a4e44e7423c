using EssConsult.Content.Contracts;
using EssConsult.Content.Recipes;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Tests.Recipes;

public sealed class DemoSites() : Sites(new SiteOptions { Recipe = "ess-roadmap,demo" });

public sealed class ShippedRecipeTests(DemoSites sites) : IClassFixture<DemoSites>
{
    [Theory, OnBothDatabases]
    public async Task Every_step_of_the_shipped_recipes_is_done_at_the_first_start(Database database)
    {
        var site = await sites.OnAsync(database);

        var runs = await site.InDatabaseAsync(db => db.Set<RecipeRun>().Include(run => run.Steps).Where(run => run.ActorId == "first-run").OrderBy(run => run.Id).ToListAsync());

        runs.Select(run => run.Name).Where(name => !name.StartsWith("circuit-", StringComparison.Ordinal)).ShouldBe(["ess-roadmap", "demo"]);
        runs.Count(run => run.Name.StartsWith("circuit-", StringComparison.Ordinal)).ShouldBe(9);
        runs.SelectMany(run => run.Steps).Where(step => step.Outcome != RecipeStepOutcome.Done).Select(step => $"{step.Name} {step.Outcome} {step.Sentence}").ShouldBeEmpty();
        site.Services.GetRequiredService<SiteSettings>().SiteName.ShouldBe("EssConsult — l’ESS en action");
    }

    [Theory, OnBothDatabases]
    public async Task A_second_run_changes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var before = await VersionsAsync(site);

        var (code, output) = await site.CommandAsync("recipe run", "ess-roadmap");

        code.ShouldBe(0, output);
        output.ShouldContain("0 contenus importés, 45 déjà là.");
        output.ShouldContain("0 types et 0 blocs créés ou changés");
        output.ShouldContain("0 réglages changés");
        (await VersionsAsync(site)).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_demo_does_not_run_in_production(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Environment = "Production" });

        var (code, output) = await site.CommandAsync("recipe run", "demo");

        code.ShouldBe(1);
        output.ShouldContain("production");
        (await site.InDatabaseAsync(db => db.Set<RecipeRun>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task The_command_lists_the_recipes_and_says_what_it_does_not_know()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        (await site.CommandAsync("recipe list")).Output.ShouldContain("Feuille de route ESS");
        (await site.CommandAsync("recipe run")).ExitCode.ShouldBe(2);
        (await site.CommandAsync("recipe run", "nobody")).ShouldBe((1, "Aucun modèle de site ne s’appelle « nobody »." + Environment.NewLine));
    }

    private static Task<List<string>> VersionsAsync(Site site) =>
        site.InDatabaseAsync(db => db.Set<ContentRow>().OrderBy(row => row.ContentItemVersionId).Select(row => row.ContentItemVersionId + row.Latest + row.Published + row.Json).ToListAsync());
}
