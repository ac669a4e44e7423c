using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Tests;

public sealed class PurgeTests
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task Runs_that_ended_long_ago_go_and_those_that_wait_stay(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4ends", ("ContentPublishedEvent", OfPages), ("LogTask", "{}")), Circuits.Chain("4waits", ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}"))]);
        await site.PublishAsync();

        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(91));
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).ShouldBeEmpty();
        (await site.RunsAsync("4waits")).ShouldHaveSingleItem().Status.ShouldBe(WorkflowStatus.Halted);
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_says_how_long_runs_are_kept_and_which(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4ends", ("ContentPublishedEvent", OfPages), ("LogTask", "{}")), Circuits.Chain("4fails", ("ContentPublishedEvent", OfPages), ("SetOutputTask", """{"OutputName":"x","Value":{"Expression":"nope()"}}"""))]);
        await site.PublishAsync();
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/circuits")).Form("form[action*='Retention']").With("days", "10").Without("statuses", "Faulted").SubmitAsync();

        page.Text(".retention .notice").ShouldBe("Réglages enregistrés.");
        page.Document.QuerySelector("#Days")!.GetAttribute("value").ShouldBe("10");
        site.Clock.Advance(TimeSpan.FromDays(9));
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).Count.ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).ShouldBeEmpty();
        (await site.RunsAsync("4fails")).ShouldHaveSingleItem().Status.ShouldBe(WorkflowStatus.Faulted);
    }

    [Theory, OnBothDatabases]
    public async Task Orchards_settings_come_by_a_recipe_and_hold(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4ends", ("ContentPublishedEvent", OfPages), ("LogTask", "{}"))]);
        await site.PublishAsync();
        site.Clock.Advance(TimeSpan.FromDays(4000));

        await SettleAsync(site, """{"RetentionDays":5,"Disabled":true}""");
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).Count.ShouldBe(1);

        await SettleAsync(site, """{"RetentionDays":"5","Disabled":false,"Statuses":[]}""");
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).Count.ShouldBe(1);

        await SettleAsync(site, """{"RetentionDays":5,"Disabled":false,"Statuses":["Halted","Faulted"]}""");
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).Count.ShouldBe(1);

        await SettleAsync(site, """{"RetentionDays":5,"Disabled":false,"Statuses":[5]}""");
        (await (await site.SignInAsync("Administrator")).GetAsync("/admin/circuits")).Document.QuerySelector("#Days")!.GetAttribute("value").ShouldBe("5");
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_number_of_days_is_refused_with_a_sentence(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var admin = await site.SignInAsync("Administrator");

        foreach (var days in new[] { "0", "3651", "dix" })
        {
            var refused = await (await admin.GetAsync("/admin/circuits")).Form("form[action*='Retention']").With("days", days).SubmitAsync();
            refused.Text(".error-summary").ShouldNotBeNull().ShouldContain("Donnez un nombre de jours entre 1 et 3650.");
        }

        (await admin.GetAsync("/admin/circuits")).Document.QuerySelector("#Days")!.GetAttribute("value").ShouldBe("90");
    }

    private static async Task SettleAsync(Site site, string settings)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.recipe.json");
        await File.WriteAllTextAsync(file, $$"""{"name":"kept","steps":[{"name":"settings","WorkflowTrimmingSettings":{{settings}}}]}""");
        var (code, output) = await site.CommandAsync("recipe run", file);
        code.ShouldBe(0, output);
        await site.CatchUpAsync();
    }
}
