using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Tests;

public sealed class RunPageTests(Sites sites) : IClassFixture<Sites>
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task A_failed_run_shows_where_and_goes_on_from_there_once_its_circuit_is_mended(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4mend", ("ContentPublishedEvent", OfPages), ("SetPropertyTask", Set("tries", "(property('tries') || 0) + 1")), ("SetPropertyTask", Set("x", "nobody.knows")), ("LogTask", "{}"))]);
        await site.PublishAsync();
        var run = (await site.RunsAsync("4mend")).Single();
        var admin = await site.SignInAsync("Administrator");

        var page = await admin.GetAsync($"/admin/circuits/4mend/executions/{run.Id}");
        page.Text(".state").ShouldBe("En panne");
        page.Html.ShouldContain("is-failed");
        await site.PlayAsync([Circuits.Chain("4mend", ("ContentPublishedEvent", OfPages), ("SetPropertyTask", Set("tries", "(property('tries') || 0) + 1")), ("SetPropertyTask", Set("x", "'known'")), ("LogTask", "{}"))]);
        await page.Form("form[action*='Retry']").SubmitAsync();
        await site.SettleAsync();

        run = (await site.RunsAsync("4mend")).Single();
        (run.Status, run.FaultMessage).ShouldBe((WorkflowStatus.Finished, null));
        (await site.JournalAsync(run.Id)).ShouldBe("ContentPublishedEvent:Done SetPropertyTask:Done SetPropertyTask: SetPropertyTask:Done LogTask:Done");
        System.Text.Json.Nodes.JsonNode.Parse(run.State)!["Properties"]!["tries"]!.ToString().ShouldBe("1");
    }

    [Theory, OnBothDatabases]
    public async Task A_run_that_is_given_up_waits_for_nothing_more(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4stop", ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}"), ("LogTask", "{}"))]);
        var page = await site.PublishAsync();
        var run = (await site.RunsAsync("4stop")).Single();
        var admin = await site.SignInAsync("Administrator");

        var before = await admin.GetAsync($"/admin/circuits/4stop/executions/{run.Id}");
        before.Html.ShouldContain("is-waits");
        var after = await before.Form("form[action*='Cancel']").SubmitAsync();
        await site.UnpublishAsync(page);

        after.Text(".state").ShouldBe("Abandonnée");
        (await site.RunsAsync("4stop")).Single().Status.ShouldBe(WorkflowStatus.Aborted);
        (await before.Form("form[action*='Cancel']").SubmitAsync()).Html.ShouldContain("Cette exécution a avancé entre-temps");
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_shows_its_drawing_and_lists_its_runs_by_state(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4list", ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}"), ("Nobody.Knows", "{}"))]);
        await site.PublishAsync();
        var admin = await site.SignInAsync("Administrator");

        var page = await admin.GetAsync("/admin/circuits/4list");

        page.Document.QuerySelectorAll(".circuit-box").Length.ShouldBe(3);
        page.Document.QuerySelectorAll(".circuit-line").Length.ShouldBe(2);
        page.Html.ShouldContain("Ne tourne pas ici");
        page.Document.QuerySelectorAll(".table tbody tr").Length.ShouldBe(1);
        (await admin.GetAsync("/admin/circuits/4list?etat=Faulted")).Text(".empty-title").ShouldBe("Aucune exécution ici");
        ((int)(await admin.GetAsync("/admin/circuits/4nowhere")).Status).ShouldBe(404);
        ((int)(await admin.GetAsync("/admin/circuits/4list/executions/nobody")).Status).ShouldBe(404);
    }

    private static string Set(string name, string script) => $$$"""{"PropertyName":"{{{name}}}","Value":{"Expression":"{{{script}}}"}}""";
}
