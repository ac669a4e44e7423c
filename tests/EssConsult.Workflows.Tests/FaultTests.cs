namespace EssConsult.Workflows.Tests;

public sealed class FaultTests
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task A_failure_starts_the_circuits_that_look_after_it_and_a_filter_chooses(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([
            Circuits.Chain("4fails", ("ContentPublishedEvent", OfPages), ("RetrieveContentTask", """{"Content":{"Expression":"'nobody'"}}""")),
            Circuits.Chain("4looks", ("WorkflowFaultEvent", """{"ErrorFilter":{"Expression":"input('ErrorInfo').ActivityTypeName === 'RetrieveContentTask'"}}"""), ("SetOutputTask", """{"OutputName":"why","Value":{"Expression":"input('ErrorInfo').FaultMessage"}}""")),
            Circuits.Chain("4passes", ("WorkflowFaultEvent", """{"ErrorFilter":{"Expression":"false"}}"""), ("LogTask", "{}"))]);

        await site.PublishAsync();

        (await site.RunsAsync("4looks")).Single().State.ShouldContain("Le contenu que ce circuit cherche n’existe pas.");
        (await site.RunsAsync("4passes")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_looks_after_failures_and_fails_itself_does_not_start_itself(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([
            Circuits.Chain("4first", ("ContentPublishedEvent", OfPages), ("RetrieveContentTask", """{"Content":{"Expression":"'nobody'"}}""")),
            Circuits.Chain("4worse", ("WorkflowFaultEvent", "{}"), ("RetrieveContentTask", """{"Content":{"Expression":"'nobody'"}}"""))]);

        await site.PublishAsync();
        await site.SettleAsync();

        (await site.RunsAsync("4worse")).Count.ShouldBe(1);
    }

    /// <summary>Its other branch waits; what comes meanwhile is for runs that are sound, and is no way to try again.</summary>
    [Theory, OnBothDatabases]
    public async Task A_run_that_failed_hears_nothing_until_somebody_tries_it_again(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Forked()]);
        var page = await site.PublishAsync();
        var before = await site.JournalAsync((await site.RunsAsync("4forked")).Single().Id);

        await site.UnpublishAsync(page);

        var run = (await site.RunsAsync("4forked")).Single();
        run.Status.ShouldBe(Running.WorkflowStatus.Faulted);
        (await site.JournalAsync(run.Id)).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_in_the_queue_of_a_circuit_that_was_switched_off_does_not_begin(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var type = Circuits.Chain("4stopped", ("ContentPublishedEvent", OfPages), ("LogTask", "{}"));
        type["IsEnabled"] = false;
        await site.PlayAsync([type]);

        await site.ExecuteAsync("INSERT INTO workflow_due (type_id, activity_id, correlation_id, input, chain, attempts, is_retry) VALUES ('4stopped', '4stopped-0', 'x', '{{}}', '', 0, false)");
        await site.SettleAsync();

        (await site.RunsAsync("4stopped")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_filter_that_cannot_be_evaluated_is_a_failure_with_its_reason(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([
            Circuits.Chain("4fails", ("ContentPublishedEvent", OfPages), ("RetrieveContentTask", """{"Content":{"Expression":"'nobody'"}}""")),
            Circuits.Chain("4filter", ("WorkflowFaultEvent", """{"ErrorFilter":{"Expression":"nobody.knows"}}"""), ("LogTask", "{}"))]);

        await site.PublishAsync();

        (await site.RunsAsync("4filter")).Single().FaultMessage.ShouldNotBeNull().ShouldContain("nobody");
    }

    private static System.Text.Json.Nodes.JsonObject Forked()
    {
        var type = Circuits.Chain("4forked", ("ContentPublishedEvent", OfPages), ("ForkTask", """{"Forks":["B","A"]}"""), ("ContentUnpublishedEvent", "{}"), ("RetrieveContentTask", """{"Content":{"Expression":"'nobody'"}}"""));
        type["Transitions"] = new System.Text.Json.Nodes.JsonArray(Edge("0", "Done", "1"), Edge("1", "A", "2"), Edge("1", "B", "3"));
        return type;

        static System.Text.Json.Nodes.JsonObject Edge(string from, string outcome, string to) => new() { ["SourceActivityId"] = "4forked-" + from, ["SourceOutcomeName"] = outcome, ["DestinationActivityId"] = "4forked-" + to };
    }
}
