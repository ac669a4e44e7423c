using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

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
        await site.UnfollowAsync(item, owner);

        await PublishedAsync(site, item, first: true);

        (await OfAsync(site, owner)).ShouldBeEmpty();
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

    [Theory, OnBothDatabases]
    public async Task One_leaves_an_item_from_ones_news_and_is_back_there(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, person) = (await site.PublishedItemAsync(sites.Owner), People.NewId());
        await site.FollowAsync(item, person);

        var page = await (await site.PersonAsync(person)).GetAsync("/compte/notifications");
        page = await page.Form($"form[action*='{item}']").SubmitAsync();

        page.Url.AbsolutePath.ShouldBe("/compte/notifications");
        (await OfAsync(site, person)).ShouldBeEmpty();
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

    private static Task<List<string>> OfAsync(Site site, string person) =>
        site.InDatabaseAsync(db => db.Set<FollowRow>().Where(follow => follow.PersonId == person).Select(follow => follow.ContentItemId).ToListAsync());
}
