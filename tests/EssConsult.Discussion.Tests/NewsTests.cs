using EssConsult.Content.Contracts;
using EssConsult.Discussion.Contracts;
using EssConsult.Mail.Contracts;

namespace EssConsult.Discussion.Tests;

public sealed class NewsTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task Whoever_follows_hears_of_a_comment_and_its_author_does_not(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await PublishedItemAsync(site);
        var (follower, author) = (People.NewId(), People.NewId());
        var (lea, yann) = (await site.PersonAsync(follower, "Léa M."), await site.PersonAsync(author, "Yann B."));
        await FollowAsync(site, item, follower, author);

        var id = await site.CommentAsync(item, author, "Une remarque");
        await site.CatchUpAsync();

        var page = await lea.GetAsync("/compte/notifications");
        page.Text(".history .badge").ShouldBe("Nouveau");
        (await page.FollowAsync("Yann B. a commenté « Un marché du soir ».")).Url.Fragment.ShouldBe("#c-" + id);
        (await lea.GetAsync("/compte/notifications")).Has(".history .badge").ShouldBeFalse();
        (await yann.GetAsync("/compte/notifications")).Has(".history").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task The_author_of_a_comment_hears_once_of_a_reply(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await PublishedItemAsync(site);
        var author = People.NewId();
        var lea = await site.PersonAsync(author, "Léa M.");
        await FollowAsync(site, item, author);
        var question = await site.CommentAsync(item, author, "Qui vient ?");

        await site.CommentAsync(item, People.NewId(), "Moi", question);
        await site.CatchUpAsync();

        (await lea.GetAsync("/compte/notifications")).Texts(".history a").ShouldBe(["Quelqu’un a répondu à votre commentaire sur « Un marché du soir »."]);
    }

    [Theory, OnBothDatabases]
    public async Task Other_modules_tell_followers_in_their_own_words(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await PublishedItemAsync(site);
        var person = People.NewId();
        var lea = await site.PersonAsync(person);
        await FollowAsync(site, item, person);

        await site.SavingAsync<INews>(news =>
        {
            news.Tell(item, "« {0} » a reçu une réponse.");
            return Task.CompletedTask;
        });

        (await lea.GetAsync("/compte/notifications")).Texts(".history a").ShouldBe(["« Un marché du soir » a reçu une réponse."]);
        (await lea.GetAsync("/discussion/" + item)).Text("a[href$='/compte/notifications'] .count").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_summary_goes_once_a_day_newest_first_to_those_who_have_news(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = await PublishedItemAsync(site);
        var (follower, other) = (People.NewId(), People.NewId());
        await site.PersonaAsync(follower);
        await site.PersonaAsync(other);
        await FollowAsync(site, item, follower);
        await site.CommentAsync(item, other, "Premier");
        await site.CommentAsync(item, other, "Second");
        await site.CatchUpAsync();

        await site.RunJobAsync("news-digest");
        await site.RunJobAsync("news-digest");
        var mail = (await MailAsync(site, follower)).ShouldHaveSingleItem();
        mail.Text!.ShouldContain("a commenté « Un marché du soir »");
        (await MailAsync(site, other)).ShouldBeEmpty();

        await site.CommentAsync(item, other, "Troisième");
        await site.CatchUpAsync();
        await site.RunJobAsync("news-digest");
        (await MailAsync(site, follower)).Count.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");
        (await MailAsync(site, follower)).Count.ShouldBe(2);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobAsync("news-digest");
        (await MailAsync(site, follower)).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task The_link_at_the_end_of_a_summary_ends_them_without_signing_in(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = await PublishedItemAsync(site);
        var follower = People.NewId();
        await site.PersonaAsync(follower);
        await FollowAsync(site, item, follower);
        await site.CommentAsync(item, People.NewId(), "Une remarque");
        await site.CatchUpAsync();
        await site.RunJobAsync("news-digest");

        var text = (await MailAsync(site, follower)).ShouldHaveSingleItem().Text!;
        var link = text.Split((char[]?)null).Single(word => word.Contains("/nouvelles/desabonnement", StringComparison.Ordinal));
        var page = await site.Visitor().GetAsync(new Uri(link).PathAndQuery);
        page = await page.Form("main form").SubmitAsync("Ne plus recevoir le résumé");
        page.Text(".notice-title").ShouldBe("C’est fait");
        (await site.Visitor().GetAsync("/nouvelles/desabonnement?jeton=autre")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.CommentAsync(item, People.NewId(), "Une autre");
        await site.CatchUpAsync();
        await site.RunJobAsync("news-digest");
        (await MailAsync(site, follower)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_author_of_a_removed_comment_is_told_why_at_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await PublishedItemAsync(site);
        var author = People.NewId();
        await site.PersonaAsync(author);
        var id = await site.CommentAsync(item, author, "Achetez mes casseroles");

        await site.UseAsync<ICommentModeration>(moderation => moderation.HideAsync(id, Motive.Spam, "C’est une annonce.", "moderator-1", null, CancellationToken.None));
        await site.CatchUpAsync();

        var mail = (await MailAsync(site, author)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Votre commentaire a été retiré");
        mail.Text!.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Motif : Publicité."), text => text.ShouldContain("C’est une annonce."), text => text.ShouldContain("Achetez mes casseroles"));
    }

    private async Task<string> PublishedItemAsync(Site site)
    {
        var id = sites.Owner.Item();
        var item = new ContentItem
        {
            ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = "Page", DisplayText = "Un marché du soir", Latest = true, Published = true,
        };
        await site.SavingAsync<IContentStore>(store => store.ImportAsync(item, CancellationToken.None));
        return id;
    }

    private static async Task FollowAsync(Site site, string item, params string[] people)
    {
        foreach (var person in people)
        {
            await site.UseAsync<IFollows, bool>(follows => follows.FollowAsync(item, person, CancellationToken.None));
        }
    }

    private static Task<IReadOnlyList<ArchivedMail>> MailAsync(Site site, string person) =>
        site.UseAsync<IMailArchive, IReadOnlyList<ArchivedMail>>(archive => archive.ListAsync(person, null, CancellationToken.None));
}
