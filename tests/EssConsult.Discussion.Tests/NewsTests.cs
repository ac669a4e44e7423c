using EssConsult.Discussion.Contracts;

namespace EssConsult.Discussion.Tests;

public sealed class NewsTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task Whoever_follows_hears_of_a_comment_and_its_author_does_not(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await site.PublishedItemAsync(sites.Owner);
        var (follower, author) = (People.NewId(), People.NewId());
        var (lea, yann) = (await site.PersonAsync(follower, "Léa M."), await site.PersonAsync(author, "Yann B."));
        await site.FollowAsync(item, follower, author);

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
        var item = await site.PublishedItemAsync(sites.Owner);
        var author = People.NewId();
        var lea = await site.PersonAsync(author, "Léa M.");
        await site.FollowAsync(item, author);
        var question = await site.CommentAsync(item, author, "Qui vient ?");

        await site.CommentAsync(item, People.NewId(), "Moi", question);
        await site.CatchUpAsync();

        (await lea.GetAsync("/compte/notifications")).Texts(".history a").ShouldBe(["Quelqu’un a répondu à votre commentaire sur « Un marché du soir »."]);
    }

    [Theory, OnBothDatabases]
    public async Task The_author_of_a_removed_comment_is_told_why_at_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await site.PublishedItemAsync(sites.Owner);
        var author = People.NewId();
        await site.PersonaAsync(author);
        var id = await site.CommentAsync(item, author, "Achetez mes casseroles");

        await site.UseAsync<ICommentModeration>(moderation => moderation.HideAsync(id, Motive.Spam, "C’est une annonce.", "moderator-1", null, CancellationToken.None));
        await site.CatchUpAsync();

        var mail = (await site.MailAsync(author)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Votre commentaire a été retiré");
        mail.Text!.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Motif : Publicité."), text => text.ShouldContain("C’est une annonce."), text => text.ShouldContain("Achetez mes casseroles"));
    }
}
