using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Tests;

public sealed class PurgeTests
{
    [Theory, OnBothDatabases]
    public async Task Runs_that_ended_long_ago_go_and_those_that_wait_stay(Database database)
    {
        await using var site = await Site.StartAsync(database);
        const string ofPages = """{"ContentTypeFilter":["Page"]}""";
        await site.PlayAsync([Circuits.Chain("4ends", ("ContentPublishedEvent", ofPages), ("LogTask", "{}")), Circuits.Chain("4waits", ("ContentPublishedEvent", ofPages), ("ContentUnpublishedEvent", "{}"))]);
        await site.PublishAsync();

        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(91));
        await site.RunJobAsync("workflow-purge");
        (await site.RunsAsync("4ends")).ShouldBeEmpty();
        (await site.RunsAsync("4waits")).ShouldHaveSingleItem().Status.ShouldBe(WorkflowStatus.Halted);
    }
}
