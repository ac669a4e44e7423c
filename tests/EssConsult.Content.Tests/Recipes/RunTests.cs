using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Content.Recipes;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace EssConsult.Content.Tests.Recipes;

public sealed class RunTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task An_unknown_step_is_reported_and_the_run_goes_on(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""{ "steps": [ { "name": "Constellation" }, { "name": "Settings", "RunTest": "1" }, { } ] }""");

        run.Reports().ShouldBe(["Constellation Ignored", "Settings Done 1 0", "? Ignored"]);
        run.Outcome.ShouldBe(RecipeStepOutcome.Partial);
        run.EndedUtc.ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_failing_step_takes_back_what_it_did_keeps_the_earlier_ones_and_ends_the_run(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""
            { "steps": [
              { "name": "Content", "data": [ { "ContentItemId": "4runbefore", "ContentItemVersionId": "4runbeforev", "ContentType": "Page", "Latest": true } ] },
              { "name": "Content", "data": [ { "ContentItemId": "4runtaken", "ContentItemVersionId": "4runtakenv", "ContentType": "Page", "Latest": true }, { "ContentType": "Page" } ] },
              { "name": "Content", "data": [ { "ContentItemId": "4runafter", "ContentItemVersionId": "4runafterv", "ContentType": "Page", "Latest": true } ] } ] }
            """);

        run.Steps.OrderBy(step => step.Position).Select(step => step.Outcome).ShouldBe([RecipeStepOutcome.Done, RecipeStepOutcome.Failed]);
        run.Outcome.ShouldBe(RecipeStepOutcome.Failed);
        var ids = await site.InDatabaseAsync(db => db.Set<ContentRow>().Where(row => row.ContentItemId.StartsWith("4run")).Select(row => row.ContentItemId).ToListAsync());
        ids.ShouldBe(["4runbefore"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_step_whose_definitions_were_taken_back_leaves_none_in_memory(Database database)
    {
        var site = await sites.OnAsync(database);

        await site.PlayAsync("""{ "steps": [ { "name": "ContentDefinition", "ContentTypes": [ { "Name": "RunGhost", "DisplayName": "G" }, { "DisplayName": "nameless" } ] } ] }""");

        (await site.UseAsync<IContentDefinitions, bool>(definitions => Task.FromResult(definitions.FindType("RunGhost") is null))).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_failing_expression_fails_its_step_with_the_scripts_own_words(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""{ "steps": [ { "name": "Settings", "X": "[js: nobody.there]" } ] }""");

        run.Reports().Single().ShouldStartWith("Settings Failed nobody is not defined");
    }

    [Theory, OnBothDatabases]
    public async Task Inner_recipes_run_right_after_the_step_that_names_them(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""{ "steps": [ { "name": "recipes", "Values": [ { "executionid": "x", "name": "ess-roadmap" } ] }, { "name": "Settings", "RunTestInner": "1" } ] }""");

        run.Reports().ShouldBe(["recipes Done ess-roadmap", "Settings Done 1 0"]);
        (await site.InDatabaseAsync(db => db.Set<RecipeRun>().CountAsync(inner => inner.Name == "ess-roadmap" && inner.Id.CompareTo(run.Id) > 0))).ShouldBeGreaterThan(0);
        (await site.PlayAsync("""{ "steps": [ { "name": "Recipes", "Values": [ { "name": "nobody" } ] } ] }""")).Outcome.ShouldBe(RecipeStepOutcome.Failed);
    }

    [Theory, OnBothDatabases]
    public async Task A_run_is_an_act_in_the_audit(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""{ "steps": [] }""");

        run.Outcome.ShouldBe(RecipeStepOutcome.Done);
        (await site.CommandAsync("audit verify")).ExitCode.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_run_that_was_cut_short_does_not_bring_the_first_recipes_back(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync("""{ "steps": [ { "name": "Settings", "SiteName": "Le nôtre" } ] }""");
        await AddOrphanAsync(site, "somebody");

        await site.RestartAsync();

        site.Services.GetRequiredService<SiteSettings>().SiteName.ShouldBe("Le nôtre");
    }

    [Theory, OnBothDatabases]
    public async Task A_first_run_that_was_cut_short_is_begun_again_once(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await AddOrphanAsync(site, "first-run");
        await AddOrphanAsync(site, "somebody");

        await site.RestartAsync();
        var runs = await CountAsync(site);
        await site.RestartAsync();

        // Twice the recipe and the nine that it asks for, and the two orphans.
        runs.ShouldBe((22, 0));
        (await CountAsync(site)).ShouldBe(runs);
    }

    [Theory, OnBothDatabases]
    public async Task A_run_ends_whatever_happens_to_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var recipe = RecipeReader.Read("""{ "name": "cut", "steps": [ { "name": "Settings", "CutTest": "1" } ] }""", "cut", null);
        var request = RecipeRequest.ByCommand("test") with { Progress = (_, _) => throw new IOException("The terminal is gone.") };

        await Should.ThrowAsync<IOException>(() => site.Services.GetRequiredService<RecipeExecutor>().RunAsync(recipe, request, TestContext.Current.CancellationToken));

        var run = await site.InDatabaseAsync(db => db.Set<RecipeRun>().SingleAsync(row => row.Name == "cut"));
        run.EndedUtc.ShouldNotBeNull();
        run.Outcome.ShouldBe(RecipeStepOutcome.Failed);
    }

    [Fact]
    public async Task A_step_with_a_bug_fails_with_a_report()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Services = services => services.AddScoped<IRecipeStep, BrokenStep>() });

        var run = await site.PlayAsync("""{ "steps": [ { "name": "Broken" } ] }""");

        run.Reports().ShouldBe(["Broken Failed nobody thought of this"]);
        run.Outcome.ShouldBe(RecipeStepOutcome.Failed);
    }

    [Fact]
    public async Task An_inner_recipe_that_may_not_run_here_fails_its_step()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Environment = "Production" });

        var run = await site.PlayAsync("""{ "steps": [ { "name": "Recipes", "Values": [ { "name": "demo" } ] } ] }""");

        run.Reports().ShouldBe(["Recipes Failed"]);
        run.EndedUtc.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(""" "ContentTypes": [ { "Name": "RunNameless", "ContentTypePartDefinitionRecords": [ { "Settings": {} } ] } ] """)]
    [InlineData(""" "ContentParts": [ { "Name": "RunNameless", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField" } ] } ] """)]
    public async Task A_definition_without_a_name_is_refused_in_words(string definitions)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        var run = await site.PlayAsync($$"""{ "steps": [ { "name": "ContentDefinition", {{definitions}} } ] }""");

        run.Steps.Single().Sentence.ShouldBe("Une définition n’a pas de nom.");
    }

    [Theory, OnBothDatabases]
    public async Task A_recipe_that_asks_for_the_sites_name_leaves_it(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var settings = site.Services.GetRequiredService<SiteSettings>();
        await site.PlayAsync("""{ "steps": [ { "name": "Settings", "SiteName": "Le nôtre" } ] }""");

        await site.PlayAsync("""{ "steps": [ { "name": "Settings", "SiteName": "[js: parameters('SiteName')]" } ] }""");
        settings.SiteName.ShouldBe("Le nôtre");

        await site.PlayAsync("""{ "steps": [ { "name": "Settings", "SiteName": "" } ] }""");
        settings.SiteName.ShouldBe("EssConsult");
    }

    [Fact]
    public void An_unreadable_recipe_hides_no_other_and_says_why()
    {
        var root = Directory.CreateTempSubdirectory("ess-recipes-");
        Directory.CreateDirectory(Path.Combine(root.FullName, "themes"));
        var recipes = Directory.CreateDirectory(Path.Combine(root.FullName, "recipes")).FullName;
        File.WriteAllText(Path.Combine(recipes, "broken.recipe.json"), "{ not json");
        File.WriteAllText(Path.Combine(recipes, "good.recipe.json"), """{ "name": "good", "steps": [] }""");
        var library = new RecipeLibrary(new SiteFolders(new HostingEnvironment { ContentRootPath = root.FullName }, new ConfigurationBuilder().Build()));

        library.All.Select(recipe => recipe.Name).ShouldBe(["good"]);
        library.Read().Unreadable.Select(recipe => (recipe.File, recipe.Reason.Code)).ShouldBe([("broken.recipe.json", "recipe.json")]);
        Should.Throw<RuleException>(() => library.Get("broken")).Code.ShouldBe("recipe.json");
        root.Delete(recursive: true);
    }

    private static Task AddOrphanAsync(Site site, string actorId) => site.InDatabaseAsync(async db =>
    {
        db.Add(new RecipeRun { Name = "cut-short", DisplayName = "Coupé", ActorId = actorId, StartedUtc = site.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
    });

    private static Task<(int All, int Unended)> CountAsync(Site site) => site.InDatabaseAsync(async db =>
        (await db.Set<RecipeRun>().CountAsync(), await db.Set<RecipeRun>().CountAsync(run => run.EndedUtc == null)));

    private sealed class BrokenStep : IRecipeStep
    {
        public string Name => "Broken";

        public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct) => throw new NotSupportedException("nobody thought of this");
    }
}
