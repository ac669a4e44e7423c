using System.Text.Json.Nodes;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Workflows.Tests;

public sealed class EditingTests(Sites sites) : IClassFixture<Sites>
{
    /// <summary>Everything by forms, as somebody does who has a keyboard, a screen reader or no JavaScript.</summary>
    [Theory, OnBothDatabases]
    public async Task A_circuit_is_drawn_by_forms_put_into_service_and_runs(Database database)
    {
        var site = await sites.OnAsync(database);
        var admin = await site.SignInAsync("Administrator");

        var board = await (await admin.GetAsync("/admin/circuits")).Form("form[action*='New']").With("name", "Mot à l’auteur").SubmitAsync();
        var id = board.Url.Segments[^2].TrimEnd('/');
        var start = await board.Form("form[action*='Add']").With("kind", "ContentPublishedEvent").SubmitAsync();
        start.Html.ShouldContain("Le circuit commence ici");
        board = await start.Form(".step-form").With("Title", "Départ").SubmitAsync();
        var note = await board.Form("form[action*='Add']").With("kind", "SetOutputTask").SubmitAsync();
        board = await note.Form(".step-form").With("Title", "Retenir le titre").With("s-OutputName", "title").With("s-Value", "input('ContentItem').DisplayText").SubmitAsync();
        var to = note.Url.Segments[^1];
        board = await (await board.FollowAsync("Départ")).Form(".step-form").With("to-Done", to).SubmitAsync();
        board.Text(".table").ShouldNotBeNull().ShouldContain("Retenir le titre");
        board.Document.QuerySelectorAll(".findings li").ShouldBeEmpty();

        var circuit = await board.Form("form[action*='Publish']").SubmitAsync();
        circuit.Url.AbsolutePath.ShouldBe($"/admin/circuits/{id}");
        await (await admin.GetAsync("/admin/circuits")).Form($"form[action*='{id}']").SubmitAsync();
        await site.CatchUpAsync();
        var page = await site.PublishAsync();

        var run = (await site.RunsAsync(id)).Single(found => found.CorrelationId == page);
        run.Status.ShouldBe(WorkflowStatus.Finished, run.FaultMessage);
        JsonNode.Parse(run.State)!["Output"]!["title"]!.ToString().ShouldBe("Page " + page);
        await site.ExecuteAsync($"DELETE FROM workflow_type WHERE id = '{id}'");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_drawn_does_not_run_before_it_is_put_into_service_and_a_fault_keeps_it_out(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4drawn", ("ContentPublishedEvent", """{"ContentTypeFilter":["Page"]}"""), ("LogTask", "{}"))]);
        var admin = await site.SignInAsync("Administrator");

        var board = await (await admin.GetAsync("/admin/circuits/4drawn/modifier")).Form("form[action*='Remove']:has(input[value='4drawn-0'])").SubmitAsync();
        board.Text(".state").ShouldBe("Brouillon");
        await site.PublishAsync();
        (await site.RunsAsync("4drawn")).Count.ShouldBe(1);

        var refused = await board.Form("form[action*='Publish']").SubmitAsync();
        refused.Html.ShouldContain("c’est l’ancien qui reste en service");
        var back = await refused.Form("form[action*='Drop']").SubmitAsync();
        back.Document.QuerySelectorAll(".circuit-box").Length.ShouldBe(2);
        (await RowAsync(site, "4drawn")).Draft.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Members_that_nobody_edits_survive_every_edit(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = Circuits.Chain("4keeps", ("ContentPublishedEvent", """{"Unknown":{"a":[1,2]},"ContentTypeFilter":["Page"]}"""), ("CreateTenantTask", """{"TenantName":{"Expression":"x"}}"""));
        type["EssLater"] = new JsonObject { ["kept"] = true };
        await site.PlayAsync([type]);
        var admin = await site.SignInAsync("Administrator");

        var step = await admin.GetAsync("/admin/circuits/4keeps/modifier/4keeps-0");
        await step.Form(".step-form").With("Title", "Départ").SubmitAsync();
        await (await admin.GetAsync("/admin/circuits/4keeps/modifier/4keeps-1")).Form(".step-form").SubmitAsync();

        var draft = JsonNode.Parse((await RowAsync(site, "4keeps")).Draft!)!;
        draft["EssLater"]!["kept"]!.GetValue<bool>().ShouldBeTrue();
        draft["Activities"]![0]!["Properties"]!["Unknown"]!["a"]!.AsArray().Count.ShouldBe(2);
        draft["Activities"]![1]!["Properties"]!["TenantName"]!["Expression"]!.ToString().ShouldBe("x");
        draft["Activities"]![0]!["Properties"]!["ActivityMetadata"]!["Title"]!.ToString().ShouldBe("Départ");
    }

    /// <summary>What counts as set where nothing is said is shown as set, and stays so.</summary>
    [Theory, OnBothDatabases]
    public async Task Saving_a_step_that_nobody_changed_changes_nothing_that_it_means(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4same", ("HttpRequestEvent", """{"HttpMethod":"POST"}"""), ("ContentPublishedEvent", """{"ContentTypeFilter":["Elsewhere"]}"""))]);
        var admin = await site.SignInAsync("Administrator");

        await (await admin.GetAsync("/admin/circuits/4same/modifier/4same-0")).Form(".step-form").SubmitAsync();
        await (await admin.GetAsync("/admin/circuits/4same/modifier/4same-1")).Form(".step-form").SubmitAsync();

        var draft = JsonNode.Parse((await RowAsync(site, "4same")).Draft!)!;
        draft["Activities"]![0]!["Properties"]!["ValidateAntiforgeryToken"]!.GetValue<bool>().ShouldBeTrue();
        draft["Activities"]![1]!["Properties"]!["ContentTypeFilter"]!.AsArray().Select(type => type!.ToString()).ShouldBe(["Elsewhere"]);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_draw_at_once_the_second_is_told(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4two", ("ContentPublishedEvent", "{}"), ("LogTask", "{}"))]);
        var (one, two) = (await site.SignInAsync("Administrator"), await site.SignInAsync("Administrator"));
        var (first, second) = (await SourceAsync(one, "4two"), await SourceAsync(two, "4two"));

        (await PutAsync(one, "4two", first)).ShouldBe(200);

        (await PutAsync(two, "4two", second)).ShouldBe(409);
        (await PutAsync(two, "4two", await SourceAsync(two, "4two"))).ShouldBe(200);
    }

    [Theory, OnBothDatabases]
    public async Task A_drawing_that_is_no_circuit_is_refused_with_a_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4odd", ("ContentPublishedEvent", "{}"), ("LogTask", "{}"))]);
        var admin = await site.SignInAsync("Administrator");
        var source = await SourceAsync(admin, "4odd");

        (await PutAsync(admin, "4odd", new JsonObject { ["version"] = source["version"]!.DeepClone(), ["type"] = new JsonObject { ["WorkflowTypeId"] = "4other" } })).ShouldBe(409);
        (await PutAsync(admin, "4odd", new JsonObject { ["version"] = source["version"]!.DeepClone(), ["type"] = 12 })).ShouldBe(400);
        (await RowAsync(site, "4odd")).Draft.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_is_off_is_deleted_with_its_runs_and_one_that_is_on_is_not(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4gone", ("ContentPublishedEvent", """{"ContentTypeFilter":["Page"]}"""), ("LogTask", "{}"))]);
        await site.PublishAsync();
        var admin = await site.SignInAsync("Administrator");
        (await admin.GetAsync("/admin/circuits/4gone/modifier")).Document.QuerySelector("form[action*='Delete']").ShouldBeNull();
        await (await admin.GetAsync("/admin/circuits")).Form("form[action*='4gone']").SubmitAsync();

        await (await admin.GetAsync("/admin/circuits/4gone/modifier")).Form("form[action*='Delete']").SubmitAsync();

        (await site.RunsAsync("4gone")).ShouldBeEmpty();
        ((int)(await admin.GetAsync("/admin/circuits/4gone")).Status).ShouldBe(404);
    }

    private static Task<WorkflowTypeRow> RowAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<WorkflowTypeRow>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static async Task<JsonObject> SourceAsync(Visitor admin, string id) => (JsonObject)JsonNode.Parse(await admin.Client.GetStringAsync($"/admin/circuits/{id}/brouillon.json", TestContext.Current.CancellationToken))!;

    private static async Task<int> PutAsync(Visitor admin, string id, JsonObject body)
    {
        var token = (await admin.GetAsync("/admin/circuits")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/admin/circuits/{id}/brouillon.json") { Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Form-Token", token);
        using var response = await admin.WithoutRedirects.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
