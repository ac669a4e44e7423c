using System.Net;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Discussion.Tests;

public sealed class CommentChangesTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task For_fifteen_minutes_a_correction_leaves_no_trace(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author) = (sites.Owner.Item(), People.NewId());
        var lea = await site.PersonAsync(author);
        var id = await site.CommentAsync(item, author, "Une fôte", alignment: Alignment.For);

        var page = await (await lea.GetAsync("/discussion/" + item)).FollowAsync("Modifier");
        page = await page.Form("main .form").With("Body", "Une faute").With("Alignment", "Against").SubmitAsync("Enregistrer");

        page.Text(".comment-body").ShouldBe("Une faute");
        page.Has($"a[href$='{id}/versions']").ShouldBeFalse();
        (await site.InDatabaseAsync(db => db.Set<CommentVersion>().CountAsync(version => version.CommentId == id))).ShouldBe(0);
        (await site.CountsAsync(item)).ShouldSatisfyAllConditions(counts => counts.ThreadsFor.ShouldBe(0), counts => counts.ThreadsAgainst.ShouldBe(1));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_accepted_and_then_changed_is_read_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author) = (sites.Owner.Item(), People.NewId());
        var lea = await site.PersonAsync(author);
        var id = await site.CommentAsync(item, author, "Une idée");
        await site.UseAsync<ICommentModeration>(moderation => moderation.AcceptAsync(id, "moderator-1", null, CancellationToken.None));

        var page = await lea.GetAsync($"/commentaires/{id}/modifier");
        await page.Form("main .form").With("Body", "Une annonce").SubmitAsync("Enregistrer");

        (await site.InDatabaseAsync(db => db.Set<Comment>().SingleAsync(comment => comment.Id == id))).AwaitsReviewSinceUtc.ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Later_what_was_written_stays_readable(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var (item, author) = (sites.Owner.Item(), People.NewId());
        var id = await site.CommentAsync(item, author, "Je suis pour");
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        var lea = await site.PersonAsync(author);

        var page = await lea.GetAsync($"/commentaires/{id}/modifier");
        page = await page.Form("main .form").With("Body", "Je suis contre").SubmitAsync("Enregistrer");
        page.Text(".comment-body").ShouldBe("Je suis contre");

        page = await page.FollowAsync("modifié le 3 mars 2027");
        page.Texts(".history .comment-body").ShouldBe(["Je suis contre", "Je suis pour"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_with_a_correction_is_told_at_its_field(Database database)
    {
        var site = await sites.OnAsync(database);
        var author = People.NewId();
        var lea = await site.PersonAsync(author);
        var id = await site.CommentAsync(sites.Owner.Item(), author, "Une idée");

        var page = await (await lea.GetAsync($"/commentaires/{id}/modifier")).Form("main .form").With("Body", " ").SubmitAsync("Enregistrer");

        var field = page.Document.QuerySelector("#Body")!;
        field.GetAttribute("aria-invalid").ShouldBe("true");
        page.Text("#" + field.GetAttribute("aria-describedby")).ShouldBe("Écrivez votre commentaire.");
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_comment_cannot_be_changed(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.CommentAsync(sites.Owner.Item(), People.NewId(), "À moi");
        var other = People.NewId();
        var yann = await site.PersonAsync(other);

        (await yann.GetAsync($"/commentaires/{id}/modifier")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<RuleException>(() => site.UseAsync<IComments>(comments => comments.EditAsync(id, other, "À moi aussi", Alignment.For, CancellationToken.None)))).Code.ShouldBe("comment.not-yours");
        (await Should.ThrowAsync<RuleException>(() => site.UseAsync<IComments>(comments => comments.RemoveAsync(id, other, CancellationToken.None)))).Code.ShouldBe("comment.not-yours");
    }

    [Theory, OnBothDatabases]
    public async Task A_comment_that_its_author_takes_back_keeps_its_place_and_date_and_no_word(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author) = (sites.Owner.Item(), People.NewId());
        var id = await site.CommentAsync(item, author, "Je regrette");
        await site.CommentAsync(item, People.NewId(), "Moi pas", id);
        var lea = await site.PersonAsync(author, "Léa M.");

        var page = await lea.GetAsync($"/commentaires/{id}/modifier");
        page = await page.Form("form[action*='Remove']").SubmitAsync("Supprimer mon commentaire");

        page.Text(".comment-removed").ShouldBe("Commentaire supprimé par son auteur le 3 mars 2027.");
        page.Html.ShouldNotContain("Je regrette");
        page.Texts(".comment-body").ShouldBe(["Moi pas"]);
        (await site.InDatabaseAsync(db => db.Set<Comment>().Where(comment => comment.Id == id).Select(comment => comment.Body).SingleAsync())).ShouldBeEmpty();
        (await site.CountsAsync(item)).Comments.ShouldBe(1);
    }
}
