using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Discussion.Tests;

public sealed class ModerationTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task A_hidden_comment_shows_its_date_and_motive_and_no_word(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var id = await site.CommentAsync(item, People.NewId(), "Achetez mes casseroles");

        await ModerateAsync(site, moderation => moderation.HideAsync(id, Motive.Spam, null, "moderator-1", null, CancellationToken.None));

        var page = await site.Visitor().GetAsync("/discussion/" + item);
        page.Text($"#c-{id} .comment-removed").ShouldBe("Commentaire retiré le 3 mars 2027. Motif : Publicité.");
        page.Html.ShouldNotContain("casseroles");
        page.Text("#commentaires-titre").ShouldBe("0 commentaires");
        (await site.PublishedAsync<CommentHidden>()).ShouldContain(hidden => hidden.CommentId == id && hidden.Motive == Motive.Spam);
    }

    [Theory, OnBothDatabases]
    public async Task An_appeal_goes_to_another_moderator(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var id = await site.CommentAsync(item, People.NewId(), "Vous vous trompez");
        await ModerateAsync(site, moderation => moderation.HideAsync(id, Motive.Insult, null, "moderator-1", null, CancellationToken.None));

        (await Should.ThrowAsync<RuleException>(() => ModerateAsync(site, moderation => moderation.RestoreAsync(id, "moderator-1", CancellationToken.None)))).Code.ShouldBe("appeal.same-moderator");
        await ModerateAsync(site, moderation => moderation.RestoreAsync(id, "moderator-2", CancellationToken.None));

        (await site.Visitor().GetAsync($"/discussion/{item}?encore")).Text(".comment-body").ShouldBe("Vous vous trompez");
        (await site.CountsAsync(item)).Comments.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Another_motive_is_explained_to_the_author_and_not_to_the_public(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var id = await site.CommentAsync(item, People.NewId(), "…");

        (await Should.ThrowAsync<RuleException>(() => ModerateAsync(site, moderation => moderation.HideAsync(id, Motive.Other, " ", "moderator-1", null, CancellationToken.None)))).Code.ShouldBe("moderation.why");
        await ModerateAsync(site, moderation => moderation.HideAsync(id, Motive.Other, "Double d’un autre commentaire.", "moderator-1", null, CancellationToken.None));

        (await site.Visitor().GetAsync("/discussion/" + item)).Text(".comment-removed").ShouldBe("Commentaire retiré le 3 mars 2027. Motif : autre, expliqué à son auteur.");
    }

    [Theory, OnBothDatabases]
    public async Task Two_moderators_at_once_hide_a_comment_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var id = await site.CommentAsync(item, People.NewId(), "Publicité");
        await site.CommentAsync(item, People.NewId(), "Reste");

        var refused = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            try
            {
                await ModerateAsync(site, moderation => moderation.HideAsync(id, Motive.Spam, null, $"moderator-{number}", null, CancellationToken.None));
                return false;
            }
            catch (RuleException)
            {
                return true;
            }
        })));

        refused.Count(was => was).ShouldBe(7);
        (await site.CountsAsync(item)).Comments.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Reports_put_a_comment_first_and_accepting_it_clears_them(Database database)
    {
        await using var site = await sites.StartAsync(database);
        var item = sites.Owner.Item();
        var quiet = await site.CommentAsync(item, People.NewId(), "Tranquille");
        var reported = await site.CommentAsync(item, People.NewId(), "Signalé");
        await site.UseAsync<IReports>(reports => reports.OpenAsync(new NewReport(item, Motive.Insult, "browser") { CommentId = reported, Comment = "C’est blessant." }, CancellationToken.None));

        var queue = await QueueAsync(site);
        queue.Select(comment => comment.Id).ShouldBe([reported, quiet]);
        queue[0].Reports.ShouldHaveSingleItem().Comment.ShouldBe("C’est blessant.");

        await ModerateAsync(site, moderation => moderation.AcceptAsync(reported, "moderator-1", null, CancellationToken.None));
        (await QueueAsync(site)).Select(comment => comment.Id).ShouldBe([quiet]);
        (await site.PublishedAsync<ReportsClosed>()).ShouldHaveSingleItem().State.ShouldBe(ReportState.Cleared);
        (await site.CommandAsync("audit verify")).ExitCode.ShouldBe(0);
    }

    private static Task ModerateAsync(Site site, Func<ICommentModeration, Task> act) => site.UseAsync(act);

    private static Task<IReadOnlyList<CommentToModerate>> QueueAsync(Site site) =>
        site.UseAsync<ICommentModeration, IReadOnlyList<CommentToModerate>>(moderation => moderation.ListAsync(50, CancellationToken.None));
}
