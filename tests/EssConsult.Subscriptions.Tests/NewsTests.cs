using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Subscriptions.Tests;

/// <summary>On sites of their own: these tests move the clock.</summary>
public sealed class NewsTests
{
    [Theory, OnBothDatabases]
    public async Task Answers_and_changes_of_étape_come_in_one_mail_a_day_with_a_way_out(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.ProcessAsync(startsInDays: 0.1, endsInDays: 1.1);
        var address = await site.SubscribeAsync(process);
        await site.AnsweredAsync(process, "Un four à pain");
        site.Clock.Advance(TimeSpan.FromHours(3));

        await TellAsync(site);
        await TellAsync(site);

        var mails = await site.MailsAsync(address);
        mails.Count.ShouldBe(2);
        mails[1].ShouldSatisfyAllConditions(
            mail => mail.ShouldContain("La Métropole a répondu à «\u00A0Un four à pain\u00A0»"), mail => mail.ShouldContain("L’étape «\u00A0Blog\u00A0» est ouverte"),
            mail => mail.ShouldContain("/etre-informe/desabonnement?jeton="));
        (await UnsubscribeUrlsAsync(site, address)).ShouldBe(1);

        await site.AnsweredAsync(process, "Une halle");
        await TellAsync(site);
        (await site.MailsAsync(address)).Count.ShouldBe(2);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync(site);
        (await site.MailsAsync(address))[2].ShouldSatisfyAllConditions(
            mail => mail.ShouldContain("Une halle"), mail => mail.ShouldContain("L’étape «\u00A0Blog\u00A0» est terminée"), mail => mail.ShouldNotContain("Un four à pain"));
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_leaves_at_night_nor_to_an_unconfirmed_address_nor_about_another_démarche(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (process, other) = (await site.ProcessAsync(), await site.ProcessAsync());
        var (subscribed, elsewhere, pending) = (await site.SubscribeAsync(process), await site.SubscribeAsync(other), Subscribers.NewAddress());
        await site.Visitor().AskAsync(process, pending);
        await site.AnsweredAsync(process, "Une fontaine");

        site.Clock.Advance(TimeSpan.FromHours(12));
        await TellAsync(site);
        (await site.MailsAsync(subscribed)).Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromHours(12));
        await TellAsync(site);
        (await site.MailsAsync(subscribed)).Count.ShouldBe(2);
        ((await site.MailsAsync(elsewhere)).Count, (await site.MailsAsync(pending)).Count).ShouldBe((1, 1));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_waits_for_the_next_démarche_hears_of_it_once(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var home = await site.Visitor().GetAsync("/");
        home.Document.QuerySelector("#etre-informe a")!.GetAttribute("href")!.ShouldEndWith("demarche=prochaines");
        var address = await site.SubscribeAsync("prochaines");

        var process = await site.ProcessAsync();
        await site.CatchUpAsync();
        await TellAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync(site);

        var mails = await site.MailsAsync(address);
        mails.Count.ShouldBe(2);
        mails[1].ShouldContain($"Une nouvelle démarche commence\u00A0: «\u00A0Démarche {process[^6..]}\u00A0»");
    }

    [Theory, OnBothDatabases]
    public async Task A_démarche_that_is_removed_takes_its_subscriptions_along(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.ProcessAsync();
        var address = await site.SubscribeAsync(process);

        await site.InDatabaseAsync(async db =>
        {
            db.Publish(new Content.Contracts.ContentRemoved(process, "Process"));
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();

        (await site.CountAsync(address)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_of_étape_that_is_noticed_after_a_mail_is_told_by_the_next(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.ProcessAsync(startsInDays: 0.1, endsInDays: 20);
        var address = await site.SubscribeAsync(process);
        await site.AnsweredAsync(process, "Un abri à vélos");
        site.Clock.Advance(TimeSpan.FromHours(3));

        // The étape is open by now, and the site has not looked yet.
        await site.RunJobAsync("subscription-mails");
        await site.RunJobAsync("subscription-phases");
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("subscription-mails");

        var mails = await site.MailsAsync(address);
        mails[1].ShouldSatisfyAllConditions(mail => mail.ShouldContain("Un abri à vélos"), mail => mail.ShouldNotContain("est ouverte"));
        mails[2].ShouldContain("L’étape «\u00A0Blog\u00A0» est ouverte");
    }

    [Theory, OnBothDatabases]
    public async Task An_address_whose_account_follows_the_contribution_hears_of_its_answer_by_the_account_alone(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.ProcessAsync();
        var follower = await site.SignInAsync();
        var address = $"{follower.PersonId}@example.org";
        await site.Visitor().AskAsync(process, address);
        await site.ConfirmAsync(address);
        var followed = await site.AnsweredAsync(process, "Un verger");
        await follower.SendAsync((await follower.GetAsync($"/discussion/{followed}/suivi")).Form("main form").Press());
        await site.AnswerAsync(process, followed);
        await site.AnsweredAsync(process, "Une source");

        await TellAsync(site);
        await site.RunJobAsync("news-digest");

        var mails = await site.MailsAsync(address);
        mails.Count(mail => mail.Contains("Un verger", StringComparison.Ordinal)).ShouldBe(1);
        mails.Count(mail => mail.Contains("Une source", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task TellAsync(Site site)
    {
        await site.RunJobAsync("subscription-phases");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("subscription-mails");
    }

    private static Task<int> UnsubscribeUrlsAsync(Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM mail_message WHERE recipient = {address} AND unsubscribe_url IS NOT NULL").SingleAsync());
}
