using System.Net;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Discussion.Tests;

public sealed class CommentTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task A_comment_appears_at_once_under_its_authors_name(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var lea = await site.PersonAsync(People.NewId(), "Léa M.");

        var page = await lea.GetAsync("/discussion/" + item);
        page = await page.Form(".discussion form").With("Alignment", "For").With("Body", "Une bonne idée.\n\nJ’en suis !").SubmitAsync("Publier mon commentaire");

        page.Url.AbsolutePath.ShouldBe("/discussion/" + item);
        page.Text(".comment-author").ShouldBe("Léa M.");
        page.Text(".comment .alignment").ShouldBe("D’accord");
        page.Texts(".comment-body p").ShouldBe(["Une bonne idée.", "J’en suis !"]);
        page.Text("#commentaires-titre").ShouldBe("1 commentaire");
        (await site.CountsAsync(item)).ShouldSatisfyAllConditions(counts => counts.Comments.ShouldBe(1), counts => counts.ThreadsFor.ShouldBe(1));
        (await site.PublishedAsync<CommentPosted>()).Count(posted => posted.ContentItemId == item).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_reply_hangs_under_the_comment_it_answers(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        await site.CommentAsync(item, People.NewId(), "Qui tiendra la caisse ?");
        var yann = await site.PersonAsync(People.NewId(), "Yann B.");

        var page = await (await yann.GetAsync("/discussion/" + item)).FollowAsync("Répondre");
        page.Text("blockquote .comment-body").ShouldBe("Qui tiendra la caisse ?");
        page = await page.Form("main .form").With("Body", "Moi, le mardi.").SubmitAsync("Publier ma réponse");

        page.Text(".thread > .comment > .thread-replies > .comment .comment-body").ShouldBe("Moi, le mardi.");
        (await site.CountsAsync(item)).ShouldSatisfyAllConditions(counts => counts.Comments.ShouldBe(2), counts => counts.ThreadsNeutral.ShouldBe(1));
    }

    [Theory, OnBothDatabases]
    public async Task A_thread_has_three_levels_and_no_fourth(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var author = People.NewId();
        var first = await site.CommentAsync(item, author, "Un");
        var second = await site.CommentAsync(item, author, "Deux", first);
        var third = await site.CommentAsync(item, author, "Trois", second);
        var lea = await site.PersonAsync(People.NewId());

        (await lea.GetAsync("/discussion/" + item)).Document.QuerySelectorAll("a[href*='reponse=']").Length.ShouldBe(2);
        (await lea.GetAsync($"/discussion/{item}/commenter?reponse={third}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<RuleException>(() => site.CommentAsync(item, author, "Quatre", third))).Code.ShouldBe("comment.too-deep");
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_comment_comes_back_with_a_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        var lea = await site.PersonAsync(People.NewId());

        var page = await lea.GetAsync($"/discussion/{sites.Owner.Item()}/commenter");
        page = await page.Form("main .form").With("Body", "   ").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text("#Body-error").ShouldBe("Écrivez votre commentaire.");
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_discussion_stays_readable_and_refuses_with_the_owners_sentence(Database database)
    {
        const string closed = "L’étape « Le blog {0} » est close depuis le 2 mars 2027.";
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var lea = await site.PersonAsync(People.NewId());
        await site.CommentAsync(item, People.NewId(), "Écrit à temps");
        var form = (await lea.GetAsync($"/discussion/{item}/commenter")).Form("main .form").With("Body", "Trop tard");
        sites.Owner.Change(item, rules => rules with { CommentsOpen = false, SupportsOpen = false, ClosedSentence = closed });

        var refused = await form.SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text(".error-summary li").ShouldBe(closed);

        var page = await lea.GetAsync("/discussion/" + item);
        page.Text(".discussion .notice").ShouldBe(closed);
        page.Texts(".comment-body").ShouldBe(["Écrit à temps"]);
        page.Has(".discussion form").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_said_about_an_item_that_nobody_shows(Database database)
    {
        var site = await sites.OnAsync(database);
        var hidden = sites.Owner.Item(rules => rules with { Visible = false });
        var comment = await site.CommentAsync(hidden, People.NewId(), "Secret");
        var lea = await site.PersonAsync(People.NewId());

        string[] addresses = ["", "/commenter", "/soutien", "/suivi", $"/fil/{comment}"];
        foreach (var address in addresses.Select(end => $"/discussion/{hidden}{end}").Concat(addresses.Select(end => "/discussion/nowhere" + end))
            .Concat([$"/commentaires/{comment}", $"/commentaires/{comment}/versions", $"/signaler/contenu/{hidden}", $"/signaler/commentaire/{comment}"]))
        {
            (await lea.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Replies_at_the_same_time_each_get_their_own_place(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var root = await site.CommentAsync(item, People.NewId(), "Qui vient ?");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => site.CommentAsync(item, People.NewId(), $"Moi {number}", root))));

        var places = await site.InDatabaseAsync(db => db.Set<Comment>().Where(comment => comment.RootId == root).Select(comment => comment.ReplyNumber).ToListAsync());
        places.Order().ShouldBe(Enumerable.Range(0, 41));
        (await site.CountsAsync(item)).Comments.ShouldBe(41);
    }
}
