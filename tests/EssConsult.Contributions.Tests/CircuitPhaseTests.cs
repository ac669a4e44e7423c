using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>Circuits that hear what time does to démarches, and open and close their étapes.</summary>
public sealed class CircuitPhaseTests
{
    [Theory, OnBothDatabases]
    public async Task An_etape_that_opens_and_one_that_ends_are_told_once_each(Database database)
    {
        await using var site = await StartAsync(database, Telling("EssPhaseOpenedEvent", "{}", "Ouverte"), Telling("EssPhaseClosedEvent", "{}", "Finie"));
        await site.OpenProcessAsync(startsInDays: 2, endsInDays: 9);
        await WatchAsync(site);
        (await ToldAsync(site, "Ouverte : Blog")).ShouldBe(0);

        await PassAsync(site, 2);
        await UntilToldAsync(site, "Ouverte : Blog");
        (await ToldAsync(site, "Finie : Blog")).ShouldBe(0);

        await PassAsync(site, 7);
        await UntilToldAsync(site, "Finie : Blog");
        await PassAsync(site, 0);
        (await ToldAsync(site, "Ouverte : Blog"), await ToldAsync(site, "Finie : Blog")).ShouldBe((1, 1));
        (await RunsAsync(site)).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_date_is_announced_as_many_days_before_as_each_circuit_asks(Database database)
    {
        await using var site = await StartAsync(database, Telling("EssDeadlineApproachingEvent", """{"Days":"10"}""", "Dix jours"), Telling("EssDeadlineApproachingEvent", """{"Days":3}""", "Trois jours"), Telling("EssDeadlineApproachingEvent", """{"Days":3,"Processes":["4other"]}""", "Ailleurs"));
        await site.OpenProcessAsync(startsInDays: -5, endsInDays: 15);

        await PassAsync(site, 5);
        await UntilToldAsync(site, "Dix jours : Blog");
        (await ToldAsync(site, "Dix jours : Blog"), await ToldAsync(site, "Trois jours : Blog")).ShouldBe((1, 0));
        await PassAsync(site, 7);
        await UntilToldAsync(site, "Trois jours : Blog");
        (await ToldAsync(site, "Dix jours : Blog"), await ToldAsync(site, "Trois jours : Blog"), await ToldAsync(site, "Ailleurs : Blog")).ShouldBe((1, 1, 0));
    }

    [Theory, OnBothDatabases]
    public async Task A_site_that_was_stopped_does_not_announce_what_is_long_over(Database database)
    {
        await using var site = await StartAsync(database, Telling("EssPhaseOpenedEvent", "{}", "Ouverte"));
        await site.OpenProcessAsync(startsInDays: -5, endsInDays: 9);

        await WatchAsync(site);

        (await RunsAsync(site)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_closes_an_etape_and_opens_it_again(Database database)
    {
        await using var site = await StartAsync(
            database,
            """{"WorkflowTypeId":"4close","Name":"Fermer","IsEnabled":true,"Activities":[{"ActivityId":"s","Name":"EssContributionPublishedEvent","X":0,"Y":0,"IsStart":true,"Properties":{}},{"ActivityId":"p","Name":"EssSetPhaseTask","X":0,"Y":9,"Properties":{"Phase":{"Expression":"blog"},"Open":false}}],"Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"p"}]}""",
            """{"WorkflowTypeId":"4open","Name":"Rouvrir","IsEnabled":true,"Activities":[{"ActivityId":"s","Name":"EssPhaseClosedEvent","X":0,"Y":0,"IsStart":true,"Properties":{}},{"ActivityId":"p","Name":"EssSetPhaseTask","X":0,"Y":9,"Properties":{"Open":true}}],"Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"p"}]}""");
        var process = await site.OpenProcessAsync("After");
        var author = await site.SignInAsync();

        await author.ContributeAsync(process, "La dernière");
        await Site.UntilAsync(async () =>
        {
            await LookAsync(site);
            return !await IsOpenAsync(site, process);
        });
        (await author.GetAsync($"/contribuer?demarche={process}")).Has("draft-form").ShouldBeFalse();

        await WatchAsync(site);
        await Site.UntilAsync(async () =>
        {
            await LookAsync(site);
            return await IsOpenAsync(site, process);
        });
    }

    private static Task<bool> IsOpenAsync(Site site, string process) =>
        site.UseAsync<IProcesses, bool>(processes => Task.FromResult(processes.Find(process)!.Phases[0].IsOpen(site.Clock.GetUtcNow().UtcDateTime)));

    private static int number;

    private static string Telling(string happens, string settings, string word) => $$$"""
        {"WorkflowTypeId":"4phase{{{Interlocked.Increment(ref number)}}}","Name":"{{{word}}}","IsEnabled":true,"DeleteFinishedWorkflows":false,"Activities":[
          {"ActivityId":"s","Name":"{{{happens}}}","X":0,"Y":0,"IsStart":true,"Properties":{{{settings}}}},
          {"ActivityId":"n","Name":"EssNotifyRoleTask","X":0,"Y":90,"Properties":{"Roles":["Facilitator"],"Subject":{"Expression":"{{{word}}} : {{ Workflow.Input.Title }}"},"TextBody":{"Expression":"x"} }}],
         "Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"n"}]}
        """;

    private static async Task<Site> StartAsync(Database database, params string[] circuits)
    {
        var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.SignInAsync("Facilitator");
        var file = Path.Combine(site.Folder, "phases.recipe.json");
        await File.WriteAllTextAsync(file, $$"""{ "name": "phases", "steps": [ { "name": "WorkflowType", "data": [ {{string.Join(",", circuits)}} ] } ] }""");
        await site.CommandAsync("recipe run", file);
        await site.CatchUpAsync();
        return site;
    }

    private static async Task PassAsync(Site site, int days)
    {
        site.Clock.Advance(TimeSpan.FromDays(days));
        await WatchAsync(site);
        await WatchAsync(site);
    }

    private static async Task WatchAsync(Site site)
    {
        await site.RunJobAsync("circuit-phases");
        await LookAsync(site);
        await LookAsync(site);
    }

    private static Task UntilToldAsync(Site site, string title) => Site.UntilAsync(async () =>
    {
        await LookAsync(site);
        return await ToldAsync(site, title) > 0;
    });

    private static Task LookAsync(Site site)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        return site.CatchUpAsync();
    }

    private static Task<int> ToldAsync(Site site, string title) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM news WHERE title = {title} AND kind = 'circuit-role'").SingleAsync());

    private static Task<int> RunsAsync(Site site) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM workflow_instance").SingleAsync());
}
