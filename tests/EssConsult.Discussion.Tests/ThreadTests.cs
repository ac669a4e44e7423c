using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Discussion.Tests;

public sealed class ThreadTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task Threads_come_twenty_a_page_newest_first_or_oldest_first(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        await site.ImportAsync(item, 45);
        var visitor = site.Visitor();

        var first = await visitor.GetAsync("/discussion/" + item);
        first.Texts(".comment-body").ShouldBe(Enumerable.Range(0, 20).Select(number => $"Commentaire {44 - number}"));
        var second = await first.FollowAsync("Suivante");
        var third = await second.FollowAsync("Suivante");
        third.Texts(".comment-body").ShouldBe(["Commentaire 4", "Commentaire 3", "Commentaire 2", "Commentaire 1", "Commentaire 0"]);
        third.Text(".pagination span").ShouldBe("Page 3 sur 3");

        var turned = await first.FollowAsync("Voir les plus anciens d’abord");
        turned.Texts(".comment-body")[0].ShouldBe("Commentaire 0");
    }

    [Theory, OnBothDatabases]
    public async Task A_page_beyond_the_last_is_the_last(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        await site.ImportAsync(item, 25);

        var page = await site.Visitor().GetAsync($"/discussion/{item}?fil=999");

        page.Texts(".comment-body").Count.ShouldBe(5);
        page.Text(".pagination span").ShouldBe("Page 2 sur 2");
        (await site.Visitor().GetAsync($"/discussion/{sites.Owner.Item()}?fil=999")).Html.ShouldContain("Personne n’a encore commenté.");
    }

    [Theory, OnBothDatabases]
    public async Task A_link_beside_a_comment_says_whose_it_is_and_is_described_by_its_words_alone(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author) = (sites.Owner.Item(), People.NewId());
        await site.PersonAsync(author, "Yann B.");
        var id = await site.CommentAsync(item, author, "Qui vient ?");
        await site.CommentAsync(item, author, "Moi", id);
        var lea = await site.PersonAsync(People.NewId());

        var page = await lea.GetAsync("/discussion/" + item);

        page.Texts(".comment a[href*='signaler']").ShouldBe(["Signaler le commentaire de Yann B.", "Signaler le commentaire de Yann B."]);
        var described = page.Document.QuerySelector(".comment a[href*='reponse=']")!.GetAttribute("aria-describedby");
        page.Text($"[id='{described}']").ShouldBe("Qui vient ?");
    }

    [Theory, OnBothDatabases]
    public async Task A_thread_kept_for_all_shows_each_reader_their_own_links_and_language(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, author) = (sites.Owner.Item(), People.NewId());
        var yann = await site.PersonAsync(author, "Yann B.");
        var lea = await site.PersonAsync(People.NewId());
        await site.CommentAsync(item, author, "Qui vient ?");
        const string own = ".comment a[href$='/modifier']";
        const string report = ".comment a[href*='signaler']";

        (await lea.GetAsync("/discussion/" + item)).Texts(report).ShouldBe(["Signaler le commentaire de Yann B."]);
        (await yann.GetAsync("/discussion/" + item)).ShouldSatisfyAllConditions(page => page.Texts(own).ShouldBe(["Modifier"]), page => page.Texts(report).ShouldBeEmpty());
        (await lea.GetAsync("/discussion/" + item)).ShouldSatisfyAllConditions(page => page.Texts(own).ShouldBeEmpty(), page => page.Texts(report).Count.ShouldBe(1));
        (await lea.GetAsync("/en/discussion/" + item)).Texts(report).ShouldBe(["Report the comment by Yann B."]);

        await site.CommentAsync(item, author, "Moi aussi.");
        (await lea.GetAsync("/discussion/" + item)).Texts(".comment-body").ShouldBe(["Moi aussi.", "Qui vient ?"]);
    }

    [Theory, OnBothDatabases]
    public async Task Filtering_shows_one_side_and_counts_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        await site.ImportAsync(item, 9, (number, comment) => comment with { Alignment = (Alignment)(number % 3) });

        var page = await site.Visitor().GetAsync("/discussion/" + item);
        page = await page.FollowAsync("Pas d’accord 3");

        page.Texts(".comment .alignment").ShouldBe(["Pas d’accord", "Pas d’accord", "Pas d’accord"]);
        page.Text(".tabs a[aria-current]").ShouldBe("Pas d’accord 3");
    }

    [Theory, OnBothDatabases]
    public async Task A_long_thread_shows_ten_replies_and_leads_to_its_own_page(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var root = Guid.NewGuid();
        await site.ImportAsync(item, 131, (number, comment) => number == 0 ? comment with { Id = root } : comment with { ParentId = root });
        var visitor = site.Visitor();

        var page = await visitor.GetAsync("/discussion/" + item);
        page.Texts(".thread-replies .comment-body").ShouldBe(Enumerable.Range(1, 10).Select(number => $"Commentaire {number}"));
        page = await page.FollowAsync("Voir les 120 réponses suivantes");
        page.Texts(".thread-replies .comment-body").Count.ShouldBe(100);
        page = await page.FollowAsync("Suivante");
        page.Texts(".thread-replies .comment-body").ShouldBe(Enumerable.Range(101, 30).Select(number => $"Commentaire {number}"));
    }

    [Theory, OnBothDatabases]
    public async Task Every_comment_has_an_address_that_leads_to_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();
        await site.ImportAsync(item, 60, (number, comment) => comment with { Id = ids[number], ParentId = number > 40 ? ids[0] : null });
        var visitor = site.Visitor();

        foreach (var id in new[] { ids[0], ids[20], ids[40], ids[45], ids[59] })
        {
            var page = await visitor.GetAsync($"/commentaires/{id}");
            page.Url.Fragment.ShouldBe("#c-" + id);
            page.Has($"[id='c-{id}']").ShouldBeTrue();
        }
    }

    [Theory, OnBothDatabases]
    public async Task Two_comments_and_ten_thousand_cost_the_same_queries(Database database)
    {
        var site = await sites.OnAsync(database);
        var (other, few, many) = (sites.Owner.Item(), sites.Owner.Item(), sites.Owner.Item());
        await site.ImportAsync(few, 2);
        var roots = Enumerable.Range(0, 10_000).Select(_ => Guid.NewGuid()).ToList();
        await site.ImportAsync(many, 10_000, (number, comment) => comment with { Id = roots[number], ParentId = number % 3 == 0 ? null : roots[number - (number % 3)] });
        var lea = await site.PersonAsync(People.NewId());

        // The first page of a visit also counts her unread news, which the node then remembers; so it does what all readers share.
        await lea.GetAsync("/discussion/" + other);
        var baseline = (await lea.GetAsync("/discussion/" + few)).Queries.Count;
        (await lea.GetAsync("/discussion/" + many)).Queries.Count.ShouldBe(baseline);
        (await lea.GetAsync($"/discussion/{many}?fil=160")).ShouldSatisfyAllConditions(page => page.Queries.Count.ShouldBeLessThanOrEqualTo(baseline), page => page.Texts(".thread > .comment").Count.ShouldBe(20));
    }

    [Fact]
    public async Task A_page_of_threads_is_read_from_indexes_alone()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var item = sites.Owner.Item();
        await site.ImportAsync(item, 30);
        var lea = await site.PersonAsync(People.NewId());

        var query = (await lea.GetAsync("/discussion/" + item)).Queries.Single(sql => sql.Contains("reply_number", StringComparison.Ordinal));
        var plan = await site.InDatabaseAsync(async db =>
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync();
            command.CommandText = "EXPLAIN QUERY PLAN " + query.Replace(".param", "--", StringComparison.Ordinal);
            foreach (var name in System.Text.RegularExpressions.Regex.Matches(query, @"@\w+").Select(match => match.Value).Distinct())
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, 1);
                command.Parameters.Add(parameter);
            }

            var steps = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }

            return steps;
        });

        plan.ShouldNotContain(step => step.StartsWith("SCAN c", StringComparison.Ordinal));
    }
}
