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
}
