using System.Net;
using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>What two clicks at the same instant may not do twice.</summary>
public sealed class AtOnceTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task A_draft_sent_five_times_at_once_is_sent_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (process, author) = (await site.OpenProcessAsync(), await site.SignInAsync());
        var review = await author.ReviewAsync(process, "Envoyé cinq fois");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StatusAsync(site, author, review.Form("main form").Press("Envoyer ma contribution"))));

        // A later press is led to what became of the text; one at the same instant is told.
        answers.ShouldContain(HttpStatusCode.Redirect);
        answers.ShouldAllBe(status => status == HttpStatusCode.Redirect || status == HttpStatusCode.Conflict);
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        row.State.ShouldBe(ContributionState.Published);
        (await site.PublishedAsync<ContributionSubmitted>()).Count(happened => happened.ContentItemId == row.ContentItemId).ShouldBe(1);
        (await site.PublishedAsync<ContentPublished>()).Count(happened => happened.ContentItemId == row.ContentItemId).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Two_moderators_who_decide_at_once_decide_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync("Before");
        await (await site.SignInAsync()).ContributeAsync(process, "Deux fois acceptée");
        var id = (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).ContentItemId;
        var moderators = await Task.WhenAll(site.SignInAsync("Facilitator"), site.SignInAsync("Facilitator"));
        var pages = await Task.WhenAll(moderators.Select(moderator => moderator.GetAsync($"/admin/moderation?texte=contribution-{id}")));
        var requests = pages.Select(page => page.Form("form:has(button[data-key=a])").Press("Accepter et publier")).ToList();

        var answers = await Task.WhenAll(moderators.Zip(requests, (moderator, request) => StatusAsync(site, moderator, request)));
        await site.CatchUpAsync();

        answers.ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict], ignoreOrder: true);
        (await site.PublishedAsync<ContributionPublished>()).Count(happened => happened.ContentItemId == id).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM mail_message WHERE text LIKE '%Deux fois acceptée%est publiée%'").SingleAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Eight_people_who_each_press_three_times_at_once_support_eight_times(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        await site.PublishAsync(process, ["Soutenue par huit"]);
        var id = (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ProcessId == process))).ContentItemId;
        var people = new List<(Visitor Visitor, Page Page)>();
        for (var number = 0; number < 8; number++)
        {
            var person = await site.SignInAsync();
            people.Add((person, await person.GetAsync($"/discussion/{id}/soutien")));
        }

        var answers = await Task.WhenAll(people.SelectMany(person => Enumerable.Range(0, 3).Select(_ => StatusAsync(site, person.Visitor, person.Page.Form("form:has([name=Given])").Press()))));
        await site.CatchUpAsync();

        answers.ShouldAllBe(status => status == HttpStatusCode.Redirect);
        (await site.InDatabaseAsync(db => db.Set<DiscussionCounts>().SingleAsync(counts => counts.ContentItemId == id))).Supports.ShouldBe(8);
        (await site.PublishedAsync<SupportGiven>()).Count(happened => happened.ContentItemId == id).ShouldBe(8);
    }

    [Theory, OnBothDatabases]
    public async Task One_address_registered_on_five_browsers_at_once_is_one_person(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = $"cinq-fois-{Guid.NewGuid():N}@exemple.fr";
        var browsers = new List<(Visitor Visitor, Page Page)>();
        for (var number = 0; number < 5; number++)
        {
            var visitor = site.Visitor();
            var page = await (await visitor.GetAsync("/identification?retour=%2Fcompte")).Form().With("Email", address).SubmitAsync();
            browsers.Add((visitor, await page.Form().With("Code", await CodeAsync(site, address)).SubmitAsync()));
        }

        var answers = await Task.WhenAll(browsers.Select(browser => StatusAsync(site, browser.Visitor, browser.Page.Form().With("DisplayName", "Maud L.").With("Age", "true").Press())));

        answers.ShouldContain(HttpStatusCode.Redirect);
        answers.ShouldAllBe(status => status == HttpStatusCode.Redirect || status == HttpStatusCode.Conflict);
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM person WHERE email = {address}").SingleAsync())).ShouldBe(1);
    }

    private static async Task<string> CodeAsync(Site site, string address)
    {
        var subject = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT subject AS \"Value\" FROM mail_message WHERE recipient = {address} ORDER BY queued_utc DESC LIMIT 1").SingleAsync());
        return subject[..6];
    }

    private static async Task<HttpStatusCode> StatusAsync(Site site, Visitor visitor, HttpRequestMessage request)
    {
        using var answer = await visitor.WithoutRedirects.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError, site.Log.ToString());
        return answer.StatusCode;
    }
}
