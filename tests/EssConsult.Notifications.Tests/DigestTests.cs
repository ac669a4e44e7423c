using System.Net;
using EssConsult.Notifications.Contracts;
using EssConsult.Notifications.News;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Notifications.Tests;

/// <summary>On sites of their own: these tests move the clock.</summary>
public sealed class DigestTests
{
    [Theory, OnBothDatabases]
    public async Task The_summary_goes_once_a_day_newest_first_to_those_who_have_news(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var item = await site.ItemAsync();
        var (follower, other) = ((await site.SignInAsync()).PersonId!, (await site.SignInAsync()).PersonId!);
        await site.FollowAsync(item, follower);
        await site.TellAsync(item, "{1} a commenté « {0} ».", byId: other);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.TellAsync(item, "« {0} » a une nouvelle version.");

        await site.MailAsync("news-digest");
        await site.RunJobAsync("news-digest");
        var text = (await site.MailsAsync(follower)).ShouldHaveSingleItem().Text!;
        text.IndexOf("nouvelle version", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("a commenté «\u00A0Un marché du soir\u00A0»", StringComparison.Ordinal));
        (await site.MailsAsync(other)).ShouldBeEmpty();

        await site.TellAsync(item, "« {0} » a une réponse.");
        await site.MailAsync("news-digest");
        (await site.MailsAsync(follower)).Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");
        (await site.MailsAsync(follower)).Count.ShouldBe(2);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");
        (await site.MailsAsync(follower)).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_has_read_the_news_on_the_site_gets_no_mail_of_them(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var item = await site.ItemAsync();
        var follower = await site.SignInAsync();
        await site.FollowAsync(item, follower.PersonId!);
        await site.TellAsync(item, "« {0} » a une réponse.");

        await follower.GetAsync("/compte/notifications");
        await site.MailAsync("news-digest");

        (await site.MailsAsync(follower.PersonId!)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_link_at_the_end_of_a_mail_ends_them_without_signing_in(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), (await site.SignInAsync()).PersonId!);
        await site.FollowAsync(item, follower);
        await site.TellAsync(item, "« {0} » a une réponse.");
        await site.MailAsync("news-digest");

        var text = (await site.MailsAsync(follower)).ShouldHaveSingleItem().Text!;
        var link = text.Split((char[]?)null).Single(word => word.Contains("/nouvelles/desabonnement", StringComparison.Ordinal));
        var page = await site.Visitor().GetAsync(new Uri(link).PathAndQuery);
        page = await page.Form("main form").SubmitAsync("Ne plus recevoir de nouvelles par e-mail");
        page.Text(".notice-title").ShouldBe("C’est fait");
        (await site.Visitor().GetAsync("/nouvelles/desabonnement?jeton=autre")).Status.ShouldBe(HttpStatusCode.NotFound);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.TellAsync(item, "« {0} » a une autre réponse.");
        await site.MailAsync("news-digest");
        (await site.MailsAsync(follower)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_program_ends_them_by_one_press_from_elsewhere(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), (await site.SignInAsync()).PersonId!);
        await site.FollowAsync(item, follower);
        await site.TellAsync(item, "« {0} » a une réponse.");
        await site.MailAsync("news-digest");
        await site.RunJobAsync("mail-digest");

        var link = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT unsubscribe_url AS \"Value\" FROM mail_message WHERE template = 'digest' AND person_id = {follower}").SingleAsync());
        using var pressed = await site.Visitor().Client.PostAsync(
            new Uri(link).PathAndQuery, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);

        pressed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.InDatabaseAsync(db => db.Set<NewsReader>().SingleAsync(reader => reader.PersonId == follower))).MailOff.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task What_arrives_while_summaries_go_out_is_in_the_next_one_and_in_that_one_only(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), (await site.SignInAsync()).PersonId!);
        await site.FollowAsync(item, follower);
        await site.TellAsync(item, "« {0} » a une réponse.");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.TellAsync(item, "« {0} » a une nouvelle version.");
        var before = site.Clock.GetUtcNow().UtcDateTime;

        await site.RunJobAsync("news-digest");
        await site.TellLateAsync(item, "« {0} » est arrivée.", before.AddSeconds(-10));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");

        var mails = (await site.MailsAsync(follower)).OrderBy(mail => mail.QueuedUtc).Select(mail => mail.Text!).ToList();
        mails.Count.ShouldBe(2);
        mails[0].ShouldSatisfyAllConditions(text => text.ShouldContain("a une réponse"), text => text.ShouldNotContain("a une nouvelle version"));
        mails[1].ShouldSatisfyAllConditions(
            text => text.ShouldNotContain("a une réponse"), text => text.ShouldContain("a une nouvelle version"), text => text.ShouldContain("est arrivée"));
    }

    [Theory, OnBothDatabases]
    public async Task Everybody_who_follows_is_written_to_by_a_few_questions_a_hundred_people(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var item = await site.ItemAsync();
        var people = await site.CrowdAsync(item, 250);
        await site.TellAsync(item, "« {0} » a une réponse.");
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        await site.RunJobAsync("news-digest");
        await site.RunJobAsync("news-digest");

        var mailed = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT person_id AS \"Value\" FROM mail_message WHERE template = 'news'").ToListAsync());
        mailed.Order().ShouldBe(people.Order());
    }
}
