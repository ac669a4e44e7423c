using System.Text.Json.Nodes;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Workflows.Tests;

public sealed class CircuitTests(Sites sites) : IClassFixture<Sites>
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_came_by_a_recipe_runs_when_content_is_published(Database database)
    {
        var site = await sites.OnAsync(database);
        var circuit = Name();
        await site.PlayAsync([Circuits.Chain(circuit, ("ContentPublishedEvent", OfPages), ("SetOutputTask", """{"OutputName":"seen","Value":{"Expression":"input('ContentEvent').ContentItemId"}}"""))]);

        var page = await site.PublishAsync();

        var run = (await site.RunsAsync(circuit)).Where(run => run.CorrelationId == page).ShouldHaveSingleItem();
        run.Status.ShouldBe(WorkflowStatus.Finished);
        (await site.JournalAsync(run.Id)).ShouldBe("ContentPublishedEvent:Done SetOutputTask:Done");
        JsonNode.Parse(run.State)!["Output"]!["seen"]!.ToString().ShouldBe(page);
    }

    [Theory, OnBothDatabases]
    public async Task Content_of_another_type_starts_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var circuit = Name();
        await site.PlayAsync([Circuits.Chain(circuit, ("ContentPublishedEvent", """{"ContentTypeFilter":["Objective"]}"""), ("LogTask", "{}"))]);

        await site.PublishAsync();

        (await site.RunsAsync(circuit)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_run_that_waits_goes_on_with_what_it_is_about_and_with_nothing_else(Database database)
    {
        var site = await sites.OnAsync(database);
        var circuit = Name();
        await site.PlayAsync([Circuits.Chain(circuit, ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}"), ("LogTask", "{}"))]);
        var (one, other) = (await site.PublishAsync(), await site.PublishAsync());

        await site.UnpublishAsync(one);

        var runs = (await site.RunsAsync(circuit)).ToDictionary(run => run.CorrelationId);
        runs[one].Status.ShouldBe(WorkflowStatus.Finished);
        (await site.JournalAsync(runs[one].Id)).ShouldBe("ContentPublishedEvent:Done ContentUnpublishedEvent:? ContentUnpublishedEvent:Done LogTask:Done");
        runs[other].Status.ShouldBe(WorkflowStatus.Halted);
        (await site.InDatabaseAsync(db => db.Set<WorkflowWaitRow>().CountAsync(wait => wait.TypeId == circuit))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_of_which_one_run_may_wait_starts_no_second(Database database)
    {
        var site = await sites.OnAsync(database);
        var circuit = Name();
        var type = Circuits.Chain(circuit, ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}"));
        type["IsSingleton"] = true;
        await site.PlayAsync([type]);

        var one = await site.PublishAsync();
        await site.PublishAsync();
        (await site.RunsAsync(circuit)).Select(run => run.CorrelationId).ShouldBe([one]);

        await site.UnpublishAsync(one);
        var third = await site.PublishAsync();
        (await site.RunsAsync(circuit)).Select(run => run.CorrelationId).ShouldBe([one, third]);
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_is_off_starts_nothing_and_lets_its_runs_end(Database database)
    {
        var site = await sites.OnAsync(database);
        var circuit = Name();
        var type = Circuits.Chain(circuit, ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}"));
        await site.PlayAsync([type]);
        var page = await site.PublishAsync();
        var off = (JsonObject)type.DeepClone();
        off["IsEnabled"] = false;
        await site.PlayAsync([off]);

        await site.PublishAsync();
        await site.UnpublishAsync(page);

        var run = (await site.RunsAsync(circuit)).ShouldHaveSingleItem();
        (run.CorrelationId, run.Status).ShouldBe((page, WorkflowStatus.Finished));
    }

    [Theory, OnBothDatabases]
    public async Task A_finished_run_is_kept_unless_its_circuit_says_otherwise(Database database)
    {
        var site = await sites.OnAsync(database);
        var (kept, dropped) = (Name(), Name());
        var type = Circuits.Chain(dropped, ("ContentPublishedEvent", OfPages), ("LogTask", "{}"));
        type["DeleteFinishedWorkflows"] = true;
        await site.PlayAsync([type, Circuits.Chain(kept, ("ContentPublishedEvent", OfPages), ("LogTask", "{}"))]);

        await site.PublishAsync();

        (await site.RunsAsync(kept)).Count.ShouldBe(1);
        (await site.RunsAsync(dropped)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_run_that_fails_says_where_and_leaves_the_others_alone(Database database)
    {
        var site = await sites.OnAsync(database);
        var (broken, sound) = (Name(), Name());
        await site.PlayAsync([
            Circuits.Chain(broken, ("ContentPublishedEvent", OfPages), ("SetOutputTask", """{"OutputName":"x","Value":{"Expression":"nobody.knows"}}"""), ("LogTask", "{}")),
            Circuits.Chain(sound, ("ContentPublishedEvent", OfPages), ("LogTask", "{}"))]);

        await site.PublishAsync();

        var run = (await site.RunsAsync(broken)).ShouldHaveSingleItem();
        run.Status.ShouldBe(WorkflowStatus.Faulted);
        run.FaultMessage.ShouldNotBeNullOrEmpty();
        var last = await site.InDatabaseAsync(db => db.Set<WorkflowJournalRow>().Where(line => line.InstanceId == run.Id).OrderBy(line => line.Number).LastAsync());
        (last.ActivityName, last.Error).ShouldBe(("SetOutputTask", run.FaultMessage));
        (await site.RunsAsync(sound)).ShouldHaveSingleItem().Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory, OnBothDatabases]
    public async Task A_site_that_stops_takes_its_waiting_runs_up_again(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var circuit = Name();
        await site.PlayAsync([Circuits.Chain(circuit, ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}"))]);
        var page = await site.PublishAsync();

        await site.RestartAsync();
        await site.UnpublishAsync(page);

        (await site.RunsAsync(circuit)).ShouldHaveSingleItem().Status.ShouldBe(WorkflowStatus.Finished);
    }

    private static string Name() => "c" + Guid.NewGuid().ToString("N")[..12];
}
