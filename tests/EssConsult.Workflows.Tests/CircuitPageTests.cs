namespace EssConsult.Workflows.Tests;

public sealed class CircuitPageTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task An_administrator_stops_a_circuit_and_starts_it_again(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4switched", ("ContentPublishedEvent", """{"ContentTypeFilter":["Page"]}"""), ("LogTask", "{}"))]);
        var admin = await site.SignInAsync("Administrator");

        var stopped = await (await admin.GetAsync("/admin/circuits")).Form("form[action*='4switched']").SubmitAsync();
        await site.CatchUpAsync();
        stopped.Text("li:has(form[action*='4switched']) .state").ShouldBe("Arrêté");
        await site.PublishAsync();
        (await site.RunsAsync("4switched")).ShouldBeEmpty();

        var started = await stopped.Form("form[action*='4switched']").SubmitAsync();
        await site.CatchUpAsync();
        started.Text("li:has(form[action*='4switched']) .state").ShouldBe("En marche");
        await site.PublishAsync();
        (await site.RunsAsync("4switched")).Count.ShouldBe(1);
        (await admin.GetAsync("/admin/circuits")).Text("li:has(form[action*='4switched']) a[href*='Finished']").ShouldBe("1 terminée");
    }

    [Theory, OnBothDatabases]
    public async Task A_site_without_circuits_says_where_they_come_from(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var admin = await site.SignInAsync("Administrator");

        (await admin.GetAsync("/admin/circuits")).Text(".empty-title").ShouldBe("Aucun circuit");
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_is_not_there_is_not_switched(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4there", ("LogTask", "{}"))]);
        var admin = await site.SignInAsync("Administrator");
        var form = (await admin.GetAsync("/admin/circuits")).Form("form[action*='4there']");

        await site.ExecuteAsync("DELETE FROM workflow_type WHERE id = '4there'");

        ((int)(await form.SubmitAsync()).Status).ShouldBe(404);
    }
}
