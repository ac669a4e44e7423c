using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Queries.Tests;

/// <summary>Queries in templates: what a page lists, and when it is made again.</summary>
public sealed class TemplateTests(BlogSites sites) : IClassFixture<BlogSites>
{
    private const string Recent = "SELECT DocumentId FROM ContentItemIndex WHERE ContentType = 'Post' AND Published = true AND DisplayText LIKE '{{ word }}%' ORDER BY DisplayText LIMIT {{ size | default: 3 }}";
    private const string Search = """{ "query": { "bool": { "filter": [ { "term": { "Content.ContentItem.ContentType": "Post" } }, { "match": { "Content.ContentItem.FullText": "{{ word }}" } } ] } }, "sort": { "Content.ContentItem.DisplayText": { "order": "desc" } }, "size": 2 }""";

    [Theory, OnBothDatabases]
    public async Task A_page_lists_what_its_queries_find_and_no_draft(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Blog.Query("Recent", "Sql", Recent), Blog.Query("Found", "Lucene", Search), Blog.Query("Counted", "Sql", "SELECT count(*) AS number FROM ContentItemIndex WHERE ContentType = @type", items: false)),
            Blog.Template("{% assign posts = Queries.Recent | query: size: 2, word: 'Alpha' %}<ul class='recent'>{% for post in posts %}<li>{{ post | display_text }}</li>{% endfor %}</ul><ol>{% assign found = Queries['Found'] | query: word: 'alpha' %}{% for post in found %}<li>{{ post.DisplayText }}</li>{% endfor %}</ol>{% assign rows = Queries.Counted | query: type: 'Post' %}<p class='count'>{{ rows[0].number }}</p>"),
            Blog.Content(Blog.Post("Alpha 1"), Blog.Post("Alpha 2"), Blog.Post("Alpha 3"), Blog.Post("Alpha 0 brouillon", published: false), Blog.Listing("liste-une")));

        var page = await site.Visitor().GetAsync("/liste-une");

        page.Texts("ul.recent li").ShouldBe(["Alpha 1", "Alpha 2"]);
        page.Texts("main ol li").ShouldBe(["Alpha 3", "Alpha 2"]);
        int.Parse(page.Text("p.count")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory, OnBothDatabases]
    public async Task A_kept_page_is_made_again_when_an_item_that_it_could_list_changes_or_its_query_does(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Blog.Query("Kept", "Sql", "SELECT ContentItemId FROM ContentItemIndex WHERE ContentType = 'Post' ORDER BY DisplayText"), Blog.Query("Any", "Lucene", """{"query":{"match":{"Content.ContentItem.FullText":"partout"}}}""")),
            Blog.Template("{% assign posts = Queries.Kept | query %}{% for post in posts %}<li class='x'>{{ post.DisplayText }}</li>{% endfor %}{% assign any = Queries.Any | query %}{% for post in any %}<li class='y'>{{ post.DisplayText }}</li>{% endfor %}"), Blog.Content(Blog.Post("Premier"), Blog.Listing("liste-deux")));
        (await site.Visitor().GetAsync("/liste-deux")).Texts("li.x").ShouldBe(["Premier"]);
        var kept = await site.Visitor().GetAsync("/liste-deux");

        await site.PlayAsync(Blog.Content(Blog.Post("Deuxième"), Blog.Note("Note de partout")));
        var again = await site.Visitor().GetAsync("/liste-deux");
        await site.PlayAsync(Blog.Queries(Blog.Query("Kept", "Sql", "SELECT ContentItemId FROM ContentItemIndex WHERE ContentType = 'Post' ORDER BY DisplayText DESC LIMIT 1")));
        var changed = await site.Visitor().GetAsync("/liste-deux");

        kept.Queries.ShouldBeEmpty();
        again.Texts("li.x").ShouldBe(["Deuxième", "Premier"]);
        again.Texts("li.y").ShouldBe(["Note de partout"]);
        changed.Texts("li.x").ShouldBe(["Premier"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_query_costs_the_same_number_of_statements_whatever_it_finds(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Blog.Query("Counted", "Sql", "SELECT DocumentId FROM ContentItemIndex WHERE ContentType = 'Post'"), Blog.Query("Found", "Lucene", """{"query":{"term":{"Content.ContentItem.ContentType":"Post"}},"size":1000}""")),
            Blog.Template("<p>vide</p>"), Blog.Content(Blog.Post("Un"), Blog.Listing("liste-trois")));
        async Task<int> CountAsync(string template)
        {
            await site.PlayAsync(Blog.Template(template));
            return (await site.Visitor().GetAsync("/liste-trois")).Queries.Count;
        }

        const string Sql = "{% assign posts = Queries.Counted | query %}{{ posts | size }}";
        const string Lucene = "{% assign posts = Queries.Found | query %}{{ posts | size }}";
        var without = await CountAsync("<p>sans</p>");
        var (few, fewFound) = (await CountAsync(Sql), await CountAsync(Lucene));
        await site.PlayAsync(Blog.Content([.. Enumerable.Range(0, 40).Select(number => Blog.Post($"Billet {number}"))]));
        var (many, manyFound) = (await CountAsync(Sql + " "), await CountAsync(Lucene + " "));

        (many, manyFound).ShouldBe((few, fewFound));
        (few - without).ShouldBe(database == Database.Sqlite ? 2 : 3);
        (fewFound - without).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_query_that_fails_leaves_the_page_without_the_list(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Blog.Query("Broken", "Sql", "SELECT password_hash FROM person", items: false)), Blog.Template("<p class='list'>{% assign rows = Queries.Broken | query %}{{ rows | size }}{% assign none = Queries.Nobody | query %}{{ none | size }}</p>"), Blog.Content(Blog.Listing("liste-quatre")));

        (await site.Visitor().GetAsync("/liste-quatre")).Text("p.list").ShouldBe("00");
    }

    [Theory, OnBothDatabases]
    public async Task What_a_reader_types_stays_inside_the_text_of_the_query(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content(Blog.Post("L’été d'Alice"), Blog.Post("Zoé")));

        (await site.TitlesAsync("Sql", "SELECT DocumentId FROM ContentItemIndex WHERE DisplayText = '{{ word }}'", """{"word":"L’été d'Alice"}""")).ShouldBe(["L’été d'Alice"]);
        (await site.TitlesAsync("Sql", "SELECT DocumentId FROM ContentItemIndex WHERE DisplayText = '{{ word }}'", """{"word":"x' OR '1' = '1"}""")).ShouldBeEmpty();
        (await site.TitlesAsync("Sql", "SELECT DocumentId FROM ContentItemIndex WHERE DisplayText = @word", """{"word":"x' OR '1' = '1"}""")).ShouldBeEmpty();
        (await site.RunAsync("Sql", "SELECT 'it''s' AS word, @missing:'none' AS missing, @size:4 AS size FROM ContentItemIndex LIMIT 1")).Rows[0].ToJsonString().ShouldBe("""{"word":"it\u0027s","missing":"none","size":4}""");
        (await site.RefusedAsync("Sql", "SELECT @missing AS x FROM ContentItemIndex")).Code.ShouldBe("query.parameter");
    }
}
