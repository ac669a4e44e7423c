using EssConsult.Kernel.Data;
using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Contributions.Tests;

public sealed class FollowerNewsTests
{
    [Theory, OnBothDatabases]
    public async Task Followers_hear_of_an_answer_of_another_one_and_of_a_new_version_and_not_of_corrected_words(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync();
        var (author, follower, animator) = (await site.SignInAsync(), await site.SignInAsync(), await site.SignInAsync("Facilitator", "AnswerContributions"));
        await author.ContributeAsync(process, "Un verger commun");
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        await FollowAsync(site, row.ContentItemId, follower.PersonId!);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        await AnswerAsync(animator, row.ContentItemId, "UnderReview", "Nous étudions.", "Publier la réponse");
        await AnswerAsync(animator, row.ContentItemId, "UnderReview", "Nous étudions, avec les services.", "Publier la correction");
        await site.CatchUpAsync();
        (await follower.GetAsync("/compte/notifications")).Texts(".history li a").ShouldBe(["La Métropole a répondu à « Un verger commun »."]);

        await AnswerAsync(animator, row.ContentItemId, "Accepted", "C’est retenu.", "Publier la correction");
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        var edit = await author.GetAsync($"/{row.Path}/modifier");
        await edit.Form("form.form").With("MarkdownBodyPart.Markdown", "Avec des poiriers.").SubmitAsync("Envoyer la correction");
        await site.CatchUpAsync();

        (await follower.GetAsync("/compte/notifications")).Texts(".history li a").ShouldBe(
            ["« Un verger commun » a une nouvelle version.", "La réponse de la Métropole à « Un verger commun » a changé.", "La Métropole a répondu à « Un verger commun »."]);
        (await author.GetAsync("/compte/notifications")).Texts(".history li a").ShouldNotContain("« Un verger commun » a une nouvelle version.");
        (await follower.GetAsync("/en/compte/notifications")).Texts(".history li a").ShouldContain("The Métropole answered “Un verger commun”.");
        (await MailsAsync(site, author.PersonId!, "contribution-answered")).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_of_the_first_quarter_of_an_hour_is_not_news(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync();
        var (author, follower) = (await site.SignInAsync(), await site.SignInAsync());
        await author.ContributeAsync(process, "Vite corrigée");
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        await FollowAsync(site, row.ContentItemId, follower.PersonId!);

        var edit = await author.GetAsync($"/{row.Path}/modifier");
        await edit.Form("form.form").With("MarkdownBodyPart.Markdown", "Sans la faute.").SubmitAsync("Envoyer la correction");
        await site.CatchUpAsync();

        (await follower.GetAsync("/compte/notifications")).Text(".empty-title").ShouldBe("Rien de nouveau");
    }

    private static async Task FollowAsync(Site site, string id, string personId)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await using var write = await scope.ServiceProvider.GetRequiredService<SiteDb>().BeginWriteAsync(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<IFollowers>().AddAsync(id, personId, TestContext.Current.CancellationToken);
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AnswerAsync(Visitor animator, string id, string state, string body, string button)
    {
        var page = await animator.GetAsync($"/admin/reponses/{id}");
        await page.Form("form.editor").With("State", state).With("Body", body).With("Signature", "Direction de l’économie").SubmitAsync(button);
    }

    private static Task<int> MailsAsync(Site site, string personId, string template) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM mail_message WHERE person_id = {personId} AND template = {template}").SingleAsync());
}
