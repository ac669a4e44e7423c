using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Tests;

public sealed class ContentTaskTests
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task A_circuit_reads_what_was_published_and_takes_it_back(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4back", ("ContentPublishedEvent", OfPages), ("SetOutputTask", """{"OutputName":"title","Value":{"Expression":"input('ContentItem').TitlePart.Title"}}"""), ("UnpublishContentTask", "{}"))]);

        var page = await site.PublishAsync();

        var run = (await site.RunsAsync("4back")).ShouldHaveSingleItem();
        run.State.ShouldContain("\"title\":\"Page " + page);
        (await site.JournalAsync(run.Id)).ShouldBe("ContentPublishedEvent:Done SetOutputTask:Done UnpublishContentTask:Unpublished");
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().AnyAsync(row => row.ContentItemId == page && row.Published))).ShouldBeFalse();
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT actor_id AS \"Value\" FROM audit_row WHERE subject = {page} AND act = 'content.unpublish'").SingleAsync())).ShouldBe("workflow:4back");
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_does_not_start_on_what_it_did_itself_and_others_do(Database database)
    {
        await using var site = await Site.StartAsync(database);
        // What the first does starts the second, and what the second does would start the first again.
        await site.PlayAsync([
            Circuits.Chain("4takes", ("ContentPublishedEvent", OfPages), ("UnpublishContentTask", "{}")),
            Circuits.Chain("4gives", ("ContentUnpublishedEvent", OfPages), ("PublishContentTask", "{}"))]);

        var page = await site.PublishAsync();
        await site.SettleAsync();
        await site.SettleAsync();

        (await site.RunsAsync("4takes")).Count.ShouldBe(1);
        (await site.RunsAsync("4gives")).Count.ShouldBe(1);
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().CountAsync(row => row.ContentItemId == page && row.Published))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Content_that_is_not_there_does_nothing_or_fails_as_its_task_says(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([
            Circuits.Chain("4noop", ("ContentPublishedEvent", OfPages), ("DeleteContentTask", """{"Content":{"Expression":"'nobody'"}}""")),
            Circuits.Chain("4fails", ("ContentPublishedEvent", OfPages), ("RetrieveContentTask", """{"Content":{"Expression":"'nobody'"}}"""))]);

        await site.PublishAsync();

        (await site.JournalAsync((await site.RunsAsync("4noop")).Single().Id)).ShouldBe("ContentPublishedEvent:Done DeleteContentTask:Noop");
        (await site.RunsAsync("4fails")).Single().FaultMessage.ShouldBe("Le contenu que ce circuit cherche n’existe pas.");
    }

    [Theory, OnBothDatabases]
    public async Task A_run_that_cannot_be_kept_is_given_up_and_shown_as_failed(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Services = services => services.AddActivity<BreakTheCommit>() });
        await site.PlayAsync([Circuits.Chain("4breaks", ("ContentPublishedEvent", OfPages), (nameof(BreakTheCommit), "{}"))]);

        await site.PublishAsync();

        (await site.RunsAsync("4breaks")).ShouldHaveSingleItem().Status.ShouldBe(WorkflowStatus.Faulted);
    }

    [Theory, OnBothDatabases]
    public async Task An_entry_that_cannot_even_be_kept_as_failed_goes_and_those_behind_it_run(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4unreadable", ("ContentPublishedEvent", OfPages), ("ContentUnpublishedEvent", "{}")), Circuits.Chain("4behind", ("ContentUnpublishedEvent", OfPages), ("LogTask", "{}"))]);
        var page = await site.PublishAsync();
        await site.ExecuteAsync("UPDATE workflow_instance SET state = 'no JSON'");

        await site.UnpublishAsync(page);

        (await site.RunsAsync("4behind")).ShouldHaveSingleItem().Status.ShouldBe(WorkflowStatus.Finished);
    }

    private sealed class BreakTheCommit(SiteDb db) : IDescribedActivity
    {
        public static ActivityDescription Description { get; } = new(nameof(BreakTheCommit), ActivityCategory.Data, "Break the commit");

        public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
        {
            db.Add(new WorkflowWaitRow { InstanceId = "nobody", ActivityId = "a", ActivityName = "a", TypeId = "t", CorrelationId = string.Empty });
            return ValueTask.FromResult(ActivityResult.Done);
        }
    }
}
