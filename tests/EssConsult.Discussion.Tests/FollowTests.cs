using EssConsult.Content.Contracts;
using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Discussion.Tests;

public sealed class FollowTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task One_follows_ones_own_texts_and_may_leave_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var owner = People.NewId();
        var item = sites.Owner.Item(rules => rules with { OwnerId = owner });

        await PublishedAsync(site, item, first: true);
        (await OfAsync(site, owner)).ShouldBe([item]);

        var lea = await site.PersonAsync(owner);
        var page = await lea.GetAsync("/discussion/" + item);
        page = await page.Form("form[action$='/suivi']").SubmitAsync("Suivie");
        page.Texts("form[action$='/suivi'] button").ShouldBe(["Suivre"]);

        await PublishedAsync(site, item, first: false);
        (await OfAsync(site, owner)).ShouldBeEmpty();
        (await site.CountsAsync(item)).Follows.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Who_left_a_text_is_not_brought_back_when_it_is_published_after_having_been_withdrawn(Database database)
    {
        var site = await sites.OnAsync(database);
        var owner = People.NewId();
        var item = sites.Owner.Item(rules => rules with { OwnerId = owner });
        await site.CommentAsync(item, People.NewId(), "Le premier à lire");
        await PublishedAsync(site, item, first: true);
        (await OfAsync(site, owner)).ShouldBe([item]);
        await site.UseAsync<IFollows, bool>(follows => follows.UnfollowAsync(item, owner, CancellationToken.None));

        await PublishedAsync(site, item, first: true);

        (await OfAsync(site, owner)).ShouldBeEmpty();
        (await site.CountsAsync(item)).Follows.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_visitor_who_wants_to_follow_is_asked_who_they_are(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();

        var page = await (await site.Visitor().GetAsync("/discussion/" + item)).FollowAsync("Suivre");
        page = await page.Form("main form").SubmitAsync("Suivre cette contribution");

        page.Url.AbsolutePath.ShouldBe("/identification");
    }

    private static async Task PublishedAsync(Site site, string item, bool first)
    {
        await site.InDatabaseAsync(async db =>
        {
            db.Publish(new ContentPublished(item, "Contribution", first));
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }

    private static Task<IReadOnlyList<string>> OfAsync(Site site, string person) =>
        site.UseAsync<IFollows, IReadOnlyList<string>>(follows => follows.OfAsync(person, 10, CancellationToken.None));
}
