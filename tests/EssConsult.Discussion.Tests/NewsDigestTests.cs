using System.Net;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Discussion.Tests;

public sealed class NewsDigestTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task The_summary_goes_once_a_day_newest_first_to_those_who_have_news(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = await site.PublishedItemAsync(sites.Owner);
        var (follower, other) = (People.NewId(), People.NewId());
        await site.PersonaAsync(follower);
        await site.PersonaAsync(other);
        await site.FollowAsync(item, follower);
        await site.CommentAsync(item, other, "Premier");
        await site.CommentAsync(item, other, "Second");
        await site.CatchUpAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        await site.RunJobAsync("news-digest");
        await site.RunJobAsync("news-digest");
        var mail = (await site.MailAsync(follower)).ShouldHaveSingleItem();
        mail.Text!.ShouldContain("a commenté «\u00A0Un marché du soir\u00A0»");
        (await site.MailAsync(other)).ShouldBeEmpty();

        await site.CommentAsync(item, other, "Troisième");
        await site.CatchUpAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("news-digest");
        (await site.MailAsync(follower)).Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");
        (await site.MailAsync(follower)).Count.ShouldBe(2);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");
        (await site.MailAsync(follower)).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task The_link_at_the_end_of_a_summary_ends_them_without_signing_in(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = await site.PublishedItemAsync(sites.Owner);
        var follower = People.NewId();
        await site.PersonaAsync(follower);
        await site.FollowAsync(item, follower);
        await site.CommentAsync(item, People.NewId(), "Une remarque");
        await site.CatchUpAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("news-digest");

        var text = (await site.MailAsync(follower)).ShouldHaveSingleItem().Text!;
        var link = text.Split((char[]?)null).Single(word => word.Contains("/nouvelles/desabonnement", StringComparison.Ordinal));
        var page = await site.Visitor().GetAsync(new Uri(link).PathAndQuery);
        page = await page.Form("main form").SubmitAsync("Ne plus recevoir le résumé");
        page.Text(".notice-title").ShouldBe("C’est fait");
        (await site.Visitor().GetAsync("/nouvelles/desabonnement?jeton=autre")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.CommentAsync(item, People.NewId(), "Une autre");
        await site.CatchUpAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("news-digest");
        (await site.MailAsync(follower)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_arrives_while_summaries_go_out_is_in_the_next_one_and_in_that_one_only(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = await site.PublishedItemAsync(sites.Owner);
        var follower = People.NewId();
        await site.PersonaAsync(follower);
        await site.FollowAsync(item, follower);
        await site.TellAsync(item, "« {0} » a reçu une réponse.");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.TellAsync(item, "« {0} » a une nouvelle version.");
        var before = site.Clock.GetUtcNow().UtcDateTime;

        await site.RunJobAsync("news-digest");
        await site.TellAsync(item, "« {0} » est arrivée.", before.AddSeconds(-10));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");

        var mails = (await site.MailAsync(follower)).OrderBy(mail => mail.QueuedUtc).Select(mail => mail.Text!).ToList();
        mails.Count.ShouldBe(2);
        mails[0].ShouldSatisfyAllConditions(text => text.ShouldContain("a reçu une réponse"), text => text.ShouldNotContain("a une nouvelle version"));
        mails[1].ShouldSatisfyAllConditions(
            text => text.ShouldNotContain("a reçu une réponse"), text => text.ShouldContain("a une nouvelle version"), text => text.ShouldContain("est arrivée"));
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_program_ends_the_summaries_by_one_press_from_elsewhere(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = await site.PublishedItemAsync(sites.Owner);
        var follower = People.NewId();
        await site.PersonaAsync(follower);
        await site.FollowAsync(item, follower);
        await site.TellAsync(item, "« {0} » a reçu une réponse.");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("news-digest");
        await site.RunJobAsync("mail-digest");

        var link = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT unsubscribe_url AS \"Value\" FROM mail_message WHERE template = 'digest' AND person_id = {follower}").SingleAsync());
        using var pressed = await site.Visitor().Client.PostAsync(
            new Uri(link).PathAndQuery, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);

        pressed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.InDatabaseAsync(db => db.Set<News.NewsReader>().SingleAsync(reader => reader.PersonId == follower))).MailOff.ShouldBeTrue();
    }
}
