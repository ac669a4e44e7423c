using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Tests;

public sealed class UserTaskTests(Sites sites) : IClassFixture<Sites>
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task Somebody_with_the_role_decides_and_the_run_takes_the_way_of_the_answer(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4ask", ("ContentPublishedEvent", OfPages), ("UserTaskEvent", """{"Actions":["Done","Non"],"Roles":["Reader"]}"""), ("SetOutputTask", """{"OutputName":"by","Value":{"Expression":"input('User').UserName"}}"""))]);
        await site.PublishAsync();
        var (reader, other) = (await site.SignInAsync("Reader", "DecideInWorkflows"), await site.SignInAsync("Other", "DecideInWorkflows"));

        (await other.GetAsync("/admin/decisions")).Text(".empty-title").ShouldBe("Rien à décider");
        var page = await reader.GetAsync("/admin/decisions");
        var after = await page.Form(".table form").SubmitAsync("Done");
        await site.SettleAsync();

        after.Text(".empty-title").ShouldBe("Rien à décider");
        var run = (await site.RunsAsync("4ask")).Single();
        run.Status.ShouldBe(WorkflowStatus.Finished);
        (await site.JournalAsync(run.Id)).ShouldBe("ContentPublishedEvent:Done UserTaskEvent:? UserTaskEvent:Done SetOutputTask:Done");
        System.Text.Json.Nodes.JsonNode.Parse(run.State)!["Output"]!["by"]!.ToString().ShouldStartWith("Personne ");
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_press_at_once_one_has_decided_and_the_other_is_told(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4twice", ("ContentPublishedEvent", OfPages), ("UserTaskEvent", """{"Actions":["Done"],"Roles":["Second"]}"""))]);
        await site.PublishAsync();
        var (one, two) = (await site.SignInAsync("Second", "DecideInWorkflows"), await site.SignInAsync("Second"));
        var (first, second) = ((await one.GetAsync("/admin/decisions")).Form(".table form"), (await two.GetAsync("/admin/decisions")).Form(".table form"));

        await first.SubmitAsync("Done");
        (await second.SubmitAsync("Done")).Html.ShouldContain("Quelqu’un a déjà décidé");
        await site.SettleAsync();

        (await site.RunsAsync("4twice")).Single().Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory, OnBothDatabases]
    public async Task Where_another_person_is_asked_for_nobody_decides_twice(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4others", ("ContentPublishedEvent", OfPages), ("UserTaskEvent", """{"Actions":["Done"],"Roles":["Pair"]}"""), ("UserTaskEvent", """{"Actions":["Done"],"Roles":["Pair"],"EssOthers":true}"""))]);
        await site.PublishAsync();
        var (one, two) = (await site.SignInAsync("Pair", "DecideInWorkflows"), await site.SignInAsync("Pair"));

        await (await one.GetAsync("/admin/decisions")).Form(".table form").SubmitAsync("Done");
        await site.SettleAsync();
        (await one.GetAsync("/admin/decisions")).Text(".empty-title").ShouldBe("Rien à décider");
        (await site.RunsAsync("4others")).Single().Status.ShouldBe(WorkflowStatus.Halted);

        await (await two.GetAsync("/admin/decisions")).Form(".table form").SubmitAsync("Done");
        await site.SettleAsync();
        (await site.RunsAsync("4others")).Single().Status.ShouldBe(WorkflowStatus.Finished);
    }
}
