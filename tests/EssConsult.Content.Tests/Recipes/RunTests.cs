using EssConsult.Content.Contracts;
using EssConsult.Content.Recipes;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Recipes;

public sealed class RunTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task An_unknown_step_is_reported_and_the_run_goes_on(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""{ "steps": [ { "name": "Layers", "Layers": [] }, { "name": "Settings", "RunTest": "1" }, { } ] }""");

        run.Reports().ShouldBe(["Layers Ignored", "Settings Done 1 0", "? Ignored"]);
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
}
