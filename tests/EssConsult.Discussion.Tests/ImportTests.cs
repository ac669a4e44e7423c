using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion.Tests;

public sealed class ImportTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task A_recipes_comments_come_once_however_often_it_runs(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var step = (JsonObject)JsonNode.Parse($$"""
            {"name": "EssComments", "Comments": [
              {"CommentId": "{{item}}-2", "ContentItemId": "{{item}}", "ParentId": "{{item}}-1", "AuthorId": "a", "Alignment": "For", "Body": "Réponse", "CreatedUtc": "2027-02-02T10:00:00Z"},
              {"CommentId": "{{item}}-1", "ContentItemId": "{{item}}", "AuthorId": "b", "Alignment": "Against", "Body": "Question", "CreatedUtc": "2027-02-01T10:00:00Z"},
              {"CommentId": "{{item}}-3", "ContentItemId": "{{item}}", "ParentId": "{{item}}-0", "AuthorId": "c", "Body": "Orpheline", "CreatedUtc": "2027-02-03T10:00:00Z"}]}
            """)!;

        (await RunAsync(site, step)).ShouldBe(new RecipeStepReport(RecipeStepOutcome.Partial, "2 commentaires ajoutés, 0 déjà là. 1 laissés de côté : ils répondent à un commentaire absent."));
        (await RunAsync(site, step)).Sentence.ShouldStartWith("0 commentaires ajoutés, 2 déjà là.");

        var page = await site.Visitor().GetAsync("/discussion/" + item);
        page.Text(".thread > .comment > .comment-body").ShouldBe("Question");
        page.Text(".thread-replies .comment-body").ShouldBe("Réponse");
        page.Text(".comment time").ShouldBe("1er février 2027, 11 h 00");
        (await site.CountsAsync(item)).ShouldSatisfyAllConditions(counts => counts.Comments.ShouldBe(2), counts => counts.ThreadsAgainst.ShouldBe(1));
    }

    [Theory, OnBothDatabases]
    public async Task A_recipes_supports_come_once_however_often_it_runs(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var step = (JsonObject)JsonNode.Parse($$"""{"name": "EssSupports", "Supports": [{"ContentItemId": "{{item}}", "PersonIds": ["a", "b", "c", "a"]}]}""")!;

        (await RunAsync(site, step)).Outcome.ShouldBe(RecipeStepOutcome.Done);
        (await RunAsync(site, step)).Sentence.ShouldStartWith("0 soutiens ajoutés");

        (await site.CountsAsync(item)).Supports.ShouldBe(3);
        (await site.StoredAsync(item)).Supports.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Replies_from_deeper_threads_are_kept_at_the_third_level(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var ids = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).ToList();

        await site.ImportAsync(item, 6, (number, comment) => comment with { Id = ids[number], ParentId = number == 0 ? null : ids[number - 1] });

        var rows = await site.InDatabaseAsync(db => db.Set<Comment>().Where(comment => comment.ContentItemId == item).OrderBy(comment => comment.Path).ToListAsync());
        rows.Select(row => (row.Id, row.Depth, row.ReplyNumber)).ShouldBe([(ids[0], 1, 0), (ids[1], 2, 1), (ids[2], 3, 2), (ids[3], 3, 3), (ids[4], 3, 4), (ids[5], 3, 5)]);
        rows[0].Replies.ShouldBe(5);
    }

    [Theory, OnBothDatabases]
    public async Task Counting_anew_finds_what_was_counted_step_by_step(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var author = People.NewId();
        var root = await site.CommentAsync(item, author, "Un", alignment: Alignment.For);
        await site.CommentAsync(item, author, "Deux", root);
        await site.CommentAsync(item, author, "Trois", alignment: Alignment.Against);
        await site.UseAsync<ISupports, bool>(supports => supports.GiveAsync(item, author, CancellationToken.None));
        await site.FollowAsync(item, author);
        await site.UseAsync<IReports>(reports => reports.OpenAsync(new NewReport(item, Motive.Spam, author), CancellationToken.None));
        await site.UseAsync<ICommentModeration>(moderation => moderation.HideAsync(root, Motive.Insult, null, "moderator-1", null, CancellationToken.None));
        var counted = await site.CountsAsync(item);

        await site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(CancellationToken.None);
            await Counting.CountsWriter.RecountAsync(db, item, CancellationToken.None);
            await write.CommitAsync(CancellationToken.None);
        });

        (await site.CountsAsync(item) with { LastActivityUtc = counted.LastActivityUtc }).ShouldBe(counted);
        counted.ShouldBe(new DiscussionCounts
        {
            ContentItemId = item, Comments = 2, Supports = 1, OpenReports = 1, ThreadsFor = 1, ThreadsAgainst = 1, LastActivityUtc = counted.LastActivityUtc,
        });
    }

    private static async Task<RecipeStepReport> RunAsync(Site site, JsonObject step)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var runner = scope.ServiceProvider.GetServices<IRecipeStep>().Single(known => known.Name == step["name"]!.ToString());
        return await runner.RunAsync(step, new RecipeContext("test", null, "tests"), CancellationToken.None);
    }
}
