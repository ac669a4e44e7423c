using System.Net;
using EssConsult.Notifications.Contracts;

namespace EssConsult.Notifications.Tests;

public sealed class BellTests
{
    [Theory, OnBothDatabases]
    public async Task The_bell_counts_on_every_page_without_a_script_and_falls_silent_once_read(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var item = await site.ItemAsync();
        var id = (await site.CrowdAsync(item, 1))[0];
        await site.TellAsync(item, "« {0} » a une réponse.");
        var follower = site.Visitor();
        await follower.EnterAsync(id);

        var page = await follower.GetAsync("/compte");
        (page.Text(".bell .count"), page.Text("news-bell [aria-live]")).ShouldBe(("1", "1 nouvelle à lire"));
        page = await page.FollowAsync("Mes nouvelles");
        page.Text(".history .badge").ShouldBe("Nouveau");
        (await follower.GetAsync("/compte")).Text(".bell .count").ShouldBe(string.Empty);
        (await site.Visitor().GetAsync("/")).Has("news-bell").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task An_open_page_hears_of_news_at_once_and_only_of_its_own(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower, other) = (await site.ItemAsync(), await site.SignInAsync(), await site.SignInAsync());
        await site.FollowAsync(item, follower.PersonId!);
        await using var mine = await Ear.OpenAsync(follower);
        await using var theirs = await Ear.OpenAsync(other);
        (await mine.NextAsync()).ShouldBe(0);
        (await theirs.NextAsync()).ShouldBe(0);

        await site.TellAsync(item, "« {0} » a une réponse.");
        (await mine.NextAsync()).ShouldBe(1);
        await site.TellPersonAsync(other.PersonId!, new NewsFact("probe", "{0}") { Title = "Bonjour" });
        (await theirs.NextAsync()).ShouldBe(1);

        // What is read on one page is read on the others.
        await follower.GetAsync("/compte/notifications");
        (await mine.NextAsync()).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_not_signed_in_hears_nothing(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        using var answer = await site.Visitor().WithoutRedirects.GetAsync("/compte/notifications/flux", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnBothDatabases]
    public async Task News_without_an_item_show_their_title_and_their_words_and_no_markup_of_theirs(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var person = await site.SignInAsync();
        await site.TellPersonAsync(person.PersonId!, new NewsFact("probe", "{0}") { Title = "Rendez-vous à 9 h", Text = "Salle <b>2</b>\nau fond" });

        var page = await person.GetAsync("/compte/notifications");
        page.Texts(".history a").ShouldBe(["Rendez-vous à 9 h"]);
        page.Text(".history li .prewrap").ShouldBe("Salle <b>2</b> au fond");
    }
}
