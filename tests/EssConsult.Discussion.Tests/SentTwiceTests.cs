using System.Net;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Discussion.Tests;

public sealed class SentTwiceTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task A_form_sent_twice_makes_one_comment_and_leads_to_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var lea = await site.PersonAsync(People.NewId(), "Léa M.");
        var form = (await lea.GetAsync("/discussion/" + item)).Form(".discussion form").With("Body", "Une bonne idée.");

        var first = await form.SubmitAsync("Publier mon commentaire");
        var second = await form.SubmitAsync("Publier mon commentaire");

        (second.Status, second.Url).ShouldBe((HttpStatusCode.OK, first.Url));
        second.Texts(".comment-body").ShouldBe(["Une bonne idée."]);
        (await site.CountsAsync(item)).Comments.ShouldBe(1);
        (await site.PublishedAsync<CommentPosted>()).Count(posted => posted.ContentItemId == item).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Sent_eight_times_at_once_it_makes_one_reply(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author, form) = (sites.Owner.Item(), People.NewId(), Guid.NewGuid());
        var root = await site.CommentAsync(item, People.NewId(), "Qui vient ?");

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PostAsync(site, new NewComment(item, author, "Moi") { ParentId = root, FormId = form }))));

        ids.Distinct().ShouldHaveSingleItem();
        (await site.StoredAsync(item)).Comments.ShouldBe(2);
        (await site.CountsAsync(item)).Comments.ShouldBe(2);
        (await site.InDatabaseAsync(db => db.Set<Comment>().SingleAsync(comment => comment.Id == root))).Replies.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Other_words_or_another_person_make_another_comment(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author, form) = (sites.Owner.Item(), People.NewId(), Guid.NewGuid());

        await PostAsync(site, new NewComment(item, author, "Une idée") { FormId = form });
        await PostAsync(site, new NewComment(item, author, "Une autre idée") { FormId = form });
        await PostAsync(site, new NewComment(item, People.NewId(), "Une idée") { FormId = form });

        (await site.CountsAsync(item)).Comments.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task A_page_loaded_anew_makes_another_comment(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var lea = await site.PersonAsync(People.NewId(), "Léa M.");

        var page = await (await lea.GetAsync("/discussion/" + item)).Form(".discussion form").With("Body", "Encore !").SubmitAsync();
        await page.Form(".discussion form").With("Body", "Encore !").SubmitAsync();

        (await site.CountsAsync(item)).Comments.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task After_an_hour_the_same_words_from_the_same_page_are_meant(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var again = new NewComment(sites.Owner.Item(), People.NewId(), "Encore !") { FormId = Guid.NewGuid() };
        var first = await PostAsync(site, again);

        site.Clock.Advance(TimeSpan.FromMinutes(59));
        (await PostAsync(site, again)).ShouldBe(first);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        (await PostAsync(site, again)).ShouldNotBe(first);
    }

    [Theory, OnBothDatabases]
    public async Task What_its_author_took_back_may_be_said_again_from_the_same_page(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author, form) = (sites.Owner.Item(), People.NewId(), Guid.NewGuid());
        var first = await PostAsync(site, new NewComment(item, author, "Une idée") { FormId = form });
        await site.UseAsync<IComments>(comments => comments.RemoveAsync(first, author, CancellationToken.None));

        (await PostAsync(site, new NewComment(item, author, "Une idée") { FormId = form })).ShouldNotBe(first);
        (await site.CountsAsync(item)).Comments.ShouldBe(1);
    }

    private static Task<Guid> PostAsync(Site site, NewComment comment) => site.UseAsync<IComments, Guid>(comments => comments.PostAsync(comment, CancellationToken.None));
}
