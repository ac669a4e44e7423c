using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Notifications.Contracts;
using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Contributions.Tests;

/// <summary>Circuits that tell a structure, or those who follow, what became of a contribution.</summary>
public sealed class CircuitNoticeTests
{
    [Theory, OnBothDatabases]
    public async Task Everybody_who_speaks_for_the_structure_that_signed_is_told_and_nobody_else(Database database)
    {
        await using var site = await StartAsync(database, Telling("EssContributionPublishedEvent", "EssNotifyOrganisationTask"));
        var (author, colleague, stranger) = (await site.SignInAsync(), await site.SignInAsync(), await site.SignInAsync());
        await site.UseAsync<Actors.Contracts.IDemoActors>(actors => actors.PutAsync([new("quai", "La Ressourcerie du Quai", Actors.Contracts.ActorFamily.Association, null, null, null, null, [author.PersonId!, colleague.PersonId!])], default));
        await site.CatchUpAsync();
        var structure = (await site.UseAsync<Actors.Contracts.IActors, IReadOnlyList<Actors.Contracts.ActorName>>(actors => actors.SpeakersForAsync(author.PersonId!, default)))[0];
        var process = await site.OpenProcessAsync("After");

        var form = await author.GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", "Réparer").With("MarkdownBodyPart.Markdown", "Un atelier.").WithSector().With("ActorId", structure.Id.ToString()).SubmitAsync("Relire avant d’envoyer");
        await review.Form("main form").SubmitAsync("Envoyer ma contribution");

        await UntilToldAsync(site, colleague, "Vu : Réparer");
        await UntilToldAsync(site, author, "Vu : Réparer");
        (await NewsAsync(stranger)).ShouldNotContain("Vu : Réparer");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_that_nobody_signed_for_a_structure_tells_nobody_and_the_run_ends(Database database)
    {
        await using var site = await StartAsync(database, Telling("EssContributionPublishedEvent", "EssNotifyOrganisationTask"));
        var author = await site.SignInAsync();

        await author.ContributeAsync(await site.OpenProcessAsync("After"), "Seul");
        await Site.UntilAsync(async () =>
        {
            await LookAsync(site);
            return await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM workflow_instance WHERE status = 'Finished'").SingleAsync()) == 1;
        });

        (await NewsAsync(author)).ShouldNotContain("Vu : Seul");
    }

    [Theory, OnBothDatabases]
    public async Task Those_who_follow_are_told(Database database)
    {
        await using var site = await StartAsync(database, Telling("EssContributionCommentedEvent", "EssNotifyFollowersTask"));
        var (author, follower) = (await site.SignInAsync(), await site.SignInAsync());
        var process = await site.OpenProcessAsync("After");
        await author.ContributeAsync(process, "Un banc");
        await site.CatchUpAsync();
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process));
        await FollowAsync(site, row.ContentItemId, follower.PersonId!);

        await site.InDatabaseAsync(db =>
        {
            db.Publish(new CommentPosted(row.ContentItemId, Guid.NewGuid(), null, author.PersonId!));
            return db.SaveChangesAsync();
        });

        await UntilToldAsync(site, follower, "Vu : Un banc");
        (await NewsAsync(await site.SignInAsync())).ShouldNotContain("Vu : Un banc");
    }

    private static async Task FollowAsync(Site site, string id, string personId)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await using var write = await scope.ServiceProvider.GetRequiredService<SiteDb>().BeginWriteAsync(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<IFollowers>().AddAsync(id, personId, TestContext.Current.CancellationToken);
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static string Telling(string happens, string task) => $$$"""
        {"WorkflowTypeId":"4tell","Name":"Prévenir","IsEnabled":true,"DeleteFinishedWorkflows":false,"Activities":[
          {"ActivityId":"s","Name":"{{{happens}}}","X":0,"Y":0,"IsStart":true,"Properties":{}},
          {"ActivityId":"n","Name":"{{{task}}}","X":0,"Y":90,"Properties":{"Subject":{"Expression":"Vu : {{ Workflow.Input.ContentItem.DisplayText }}"},"TextBody":{"Expression":"x"} }}],
         "Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"n"}]}
        """;

    private static async Task<Site> StartAsync(Database database, string circuit)
    {
        var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var file = Path.Combine(site.Folder, "tell.recipe.json");
        await File.WriteAllTextAsync(file, $$"""{ "name": "tell", "steps": [ { "name": "WorkflowType", "data": [ {{circuit}} ] } ] }""");
        await site.CommandAsync("recipe run", file);
        await site.CatchUpAsync();
        return site;
    }

    private static async Task<string> NewsAsync(Visitor person) => (await person.GetAsync("/compte/notifications")).Text("main") ?? string.Empty;

    private static Task UntilToldAsync(Site site, Visitor person, string words) => Site.UntilAsync(async () =>
    {
        await LookAsync(site);
        return (await NewsAsync(person)).Contains(words, StringComparison.Ordinal);
    });

    private static Task LookAsync(Site site)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        return site.CatchUpAsync();
    }
}
