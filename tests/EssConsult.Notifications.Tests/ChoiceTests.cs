using EssConsult.Notifications.Contracts;

namespace EssConsult.Notifications.Tests;

/// <summary>On sites of their own: these tests move the clock.</summary>
public sealed class ChoiceTests
{
    [Theory, OnBothDatabases]
    public async Task Whoever_chose_at_once_hears_within_minutes_and_not_again_in_the_summary(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), await site.SignInAsync());
        await site.FollowAsync(item, follower.PersonId!);
        await follower.ChooseAsync("probe", NewsMail.AtOnce);

        await site.TellAsync(item, "« {0} » a une réponse.");
        await site.MailAsync("news-at-once");
        (await site.MailsAsync(follower.PersonId!)).ShouldHaveSingleItem().Subject.ShouldBe("« Un marché du soir » a une réponse.");
        await site.RunJobAsync("news-at-once");
        await site.RunJobAsync("news-digest");
        (await site.MailsAsync(follower.PersonId!)).Count.ShouldBe(1);

        // Another choice does not bring it back.
        await follower.ChooseAsync("probe", NewsMail.Digest);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");
        (await site.MailsAsync(follower.PersonId!)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_kind_that_is_pressing_by_default_leaves_at_once_until_somebody_chooses_otherwise(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, plain, choosy) = (await site.ItemAsync(), await site.SignInAsync(), await site.SignInAsync());
        await site.FollowAsync(item, plain.PersonId!, choosy.PersonId!);
        await choosy.ChooseAsync("probe-at-once", NewsMail.Never);

        await site.TellAsync(item, "« {0} » presse.", Acts.Prompt);
        await site.MailAsync("news-at-once");
        await site.RunJobAsync("news-at-once");
        await site.RunJobAsync("news-digest");

        (await site.MailsAsync(plain.PersonId!)).Count.ShouldBe(1);
        (await site.MailsAsync(choosy.PersonId!)).ShouldBeEmpty();
        (await choosy.GetAsync("/compte/notifications")).Texts(".history a").ShouldBe(["« Un marché du soir » presse."]);
    }

    [Theory, OnBothDatabases]
    public async Task Quiet_hours_hold_mails_back_and_lose_none(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), await site.SignInAsync());
        await site.FollowAsync(item, follower.PersonId!);
        var page = await follower.GetAsync("/compte/notifications/reglages");
        await page.Form("main form.form").With("Mail[probe]", "AtOnce").With("QuietFrom", "9").With("QuietUntil", "17").SubmitAsync("Enregistrer");

        // Ten in the morning in Paris, then four hours later, then nine.
        await site.TellAsync(item, "« {0} » a une réponse.");
        await site.MailAsync("news-at-once");
        site.Clock.Advance(TimeSpan.FromHours(4));
        await site.RunJobAsync("news-at-once");
        (await site.MailsAsync(follower.PersonId!)).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromHours(5));
        await site.RunJobAsync("news-at-once");
        (await site.MailsAsync(follower.PersonId!)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task By_default_nothing_leaves_at_night_nor_on_Sunday(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), (await site.SignInAsync()).PersonId!);
        await site.FollowAsync(item, follower);

        // Wednesday 10:00, Saturday 22:00, Sunday 12:00, Monday 9:00.
        site.Clock.Advance(TimeSpan.FromHours((3 * 24) + 12));
        await site.TellAsync(item, "« {0} » presse.", Acts.Prompt);
        await site.MailAsync("news-at-once");
        site.Clock.Advance(TimeSpan.FromHours(14));
        await site.RunJobAsync("news-at-once");
        (await site.MailsAsync(follower)).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromHours(21));
        await site.RunJobAsync("news-at-once");
        (await site.MailsAsync(follower)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_kind_that_one_does_not_want_on_the_site_rings_no_bell(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), await site.SignInAsync());
        await site.FollowAsync(item, follower.PersonId!);
        var page = await follower.GetAsync("/compte/notifications/reglages");
        await page.Form("main form.form").Without("OnSite", "probe").SubmitAsync("Enregistrer");

        await site.TellAsync(item, "« {0} » a une réponse.");

        page = await follower.GetAsync("/compte/notifications");
        page.Text(".bell .count").ShouldBe(string.Empty);
        page.Has(".history").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_told_in_person_is_not_told_the_same_again_as_a_follower(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (item, follower) = (await site.ItemAsync(), await site.SignInAsync());
        await site.FollowAsync(item, follower.PersonId!);
        var fact = new NewsFact("probe", "Pour tous : « {0} ».") { ContentItemId = item, Fact = "fact:1" };
        await site.SavingAsync<INews>(news =>
        {
            news.TellFollowers(item, fact);
            news.TellPeople([follower.PersonId!], fact with { Sentence = "Pour vous : « {0} »." });
            return Task.CompletedTask;
        });

        await site.MailAsync("news-digest");

        var text = (await site.MailsAsync(follower.PersonId!)).ShouldHaveSingleItem().Text!;
        text.ShouldSatisfyAllConditions(words => words.ShouldContain("Pour vous"), words => words.ShouldNotContain("Pour tous"));
        (await follower.GetAsync("/compte/notifications")).Texts(".history a").ShouldBe(["Pour vous : « Un marché du soir »."]);
    }
}
