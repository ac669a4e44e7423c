namespace EssConsult.Queries.Tests;

/// <summary>Each clause against a handful of posts.</summary>
public sealed class LuceneTests(LuceneTests.Posts posts) : IClassFixture<LuceneTests.Posts>
{
    [Theory]
    [InlineData("""{"match_all":{}}""", "Compost, Écoles, Jardins, Vélos")]
    [InlineData("""{"match":{"Content.ContentItem.FullText":"école"}}""", "Écoles, Jardins")]
    [InlineData("""{"match":{"Content.ContentItem.FullText":{"query":"école potager","operator":"and"}}}""", "Jardins")]
    [InlineData("""{"match":{"Content.ContentItem.DisplayText.Analyzed":"velo"}}""", "Vélos")]
    [InlineData("""{"match":{"Post.OnTop":true}}""", "Compost")]
    [InlineData("""{"match_phrase":{"Content.ContentItem.FullText":"cour de l’école"}}""", "Jardins")]
    [InlineData("""{"match_phrase":{"Content.ContentItem.FullText":{"query":"potager école","slop":1}}}""", "")]
    [InlineData("""{"term":{"Content.ContentItem.DisplayText":"Vélos"}}""", "Vélos")]
    [InlineData("""{"term":{"Post.Subtitle":{"value":"Au pied des immeubles"}}}""", "Compost")]
    [InlineData("""{"term":{"Post.Subtitle.keyword":"Au pied des immeubles"}}""", "Compost")]
    [InlineData("""{"term":{"Post.Rank":3}}""", "Jardins")]
    [InlineData("""{"term":{"Post.Day":"2027-02-01"}}""", "Vélos")]
    [InlineData("""{"terms":{"Content.ContentItem.DisplayText":["Vélos","Compost","Rien"]}}""", "Compost, Vélos")]
    [InlineData("""{"range":{"Post.Rank":{"gte":2,"lt":4}}}""", "Écoles, Jardins")]
    [InlineData("""{"range":{"Post.Rank":{"gt":2}}}""", "Jardins, Vélos")]
    [InlineData("""{"range":{"Content.ContentItem.PublishedUtc":{"gte":"2027-01-06","lte":"2027-01-07"}}}""", "Compost, Écoles, Jardins, Vélos")]
    [InlineData("""{"range":{"Post.Day":{"lt":"2027-02-01"}}}""", "Compost, Écoles, Jardins")]
    [InlineData("""{"prefix":{"Content.ContentItem.DisplayText":"Jar"}}""", "Jardins")]
    [InlineData("""{"prefix":{"Content.ContentItem.FullText":{"value":"POTAG"}}}""", "Jardins")]
    [InlineData("""{"wildcard":{"Content.ContentItem.DisplayText":"*o*s"}}""", "Écoles, Vélos")]
    [InlineData("""{"regexp":{"Content.ContentItem.DisplayText":"[CJ].*s?"}}""", "Compost, Jardins")]
    [InlineData("""{"fuzzy":{"Content.ContentItem.FullText":{"value":"potagre","fuzziness":2}}}""", "Jardins")]
    [InlineData("""{"query_string":{"query":"école -potager"}}""", "Écoles")]
    [InlineData("""{"query_string":{"query":"Content.ContentItem.DisplayText:Comp* OR vélos","default_operator":"or"}}""", "Compost, Vélos")]
    [InlineData("""{"simple_query_string":{"query":"+école -potager","fields":["Content.ContentItem.FullText^2","Content.ContentItem.DisplayText.Analyzed"],"default_operator":"and"}}""", "Écoles")]
    [InlineData("""{"simple_query_string":{"query":"((\"","fields":["Content.ContentItem.FullText"]}}""", "")]
    [InlineData("""{"bool":{"must":{"match":{"Content.ContentItem.FullText":"école"}},"must_not":[{"term":{"Post.Rank":3}}]}}""", "Écoles")]
    [InlineData("""{"bool":{"should":[{"term":{"Post.Rank":1}},{"term":{"Post.Rank":4}}]}}""", "Compost, Vélos")]
    [InlineData("""{"bool":{"should":[{"term":{"Post.Rank":1}},{"term":{"Post.OnTop":true}},{"term":{"Post.Rank":4}}],"minimum_should_match":2}}""", "Compost")]
    [InlineData("""{"bool":{"filter":[{"range":{"Post.Rank":{"gte":2}}}],"must_not":[{"match_all":{}}]}}""", "")]
    [InlineData("""{"bool":{"must_not":[{"term":{"Post.Rank":1}}]}}""", "Écoles, Jardins, Vélos")]
    [InlineData("""{"bool":{}}""", "Compost, Écoles, Jardins, Vélos")]
    public async Task A_clause_finds_what_it_says(string clause, string titles)
    {
        var site = await posts.OnAsync(Database.Sqlite);

        var found = await site.TitlesAsync("Lucene", $$$"""{"query":{"bool":{"must":[{{{clause}}}],"filter":[{"term":{"Content.ContentItem.ContentType":"Post"}}]}},"size":50}""");

        string.Join(", ", found.Order(StringComparer.Create(new System.Globalization.CultureInfo("fr-FR"), false))).ShouldBe(titles);
    }

    [Theory]
    [InlineData("\"Post.Rank\"", "Compost, Écoles, Jardins, Vélos")]
    [InlineData("""{"Post.Rank":"desc"}""", "Vélos, Jardins, Écoles, Compost")]
    [InlineData("""[{"Post.Day":{"order":"desc"}},{"Content.ContentItem.DisplayText":{"order":"asc"}}]""", "Vélos, Compost, Jardins, Écoles")]
    [InlineData("""{"Post.Subtitle":{"order":"desc"}}""", "Vélos, Écoles, Jardins, Compost")]
    public async Task Results_come_in_the_order_that_is_asked_for(string sort, string titles)
    {
        var site = await posts.OnAsync(Database.Sqlite);

        var found = await site.TitlesAsync("Lucene", $$$"""{"query":{"term":{"Content.ContentItem.ContentType":"Post"}},"sort":{{{sort}}}}""");
        var middle = await site.TitlesAsync("Lucene", $$$"""{"query":{"term":{"Content.ContentItem.ContentType":"Post"}},"sort":{{{sort}}},"from":1,"size":2}""");

        string.Join(", ", found).ShouldBe(titles);
        middle.ShouldBe(found.Skip(1).Take(2));
    }

    [Theory]
    [InlineData("""{"query":{"more_like_this":{}}}""", "query.dsl-clause")]
    [InlineData("""{"query":{"script":{"source":"1"}}}""", "query.dsl-clause")]
    [InlineData("""{"query":{"bool":{"maybe":[]}}}""", "query.dsl-member")]
    [InlineData("""{"aggs":{}}""", "query.dsl-member")]
    [InlineData("""{"query":{"match":{"a":"b","c":"d"}}}""", "query.dsl-form")]
    [InlineData("""{"query":{"match":"x"}}""", "query.dsl-form")]
    [InlineData("""{"query":{"match_all":{},"term":{"a":"b"}}}""", "query.dsl-form")]
    [InlineData("""{"query":{"range":{"Post.Rank":{"above":1}}}}""", "query.dsl-member")]
    [InlineData("""{"query":{"range":{"Post.Rank":{"gt":"beaucoup"}}}}""", "query.number")]
    [InlineData("""{"query":{"wildcard":{"a":"*a????????????????????????"}}}""", "query.dsl-pattern")]
    [InlineData("""{"query":{"regexp":{"a":"(a|b)*a(a|b){20}"}}}""", "query.dsl-pattern")]
    [InlineData("""{"query":{"regexp":{"a":"(a|b)*a(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)"}}}""", "query.dsl-pattern")]
    [InlineData("""{"query":{"regexp":{"a":"["}}}""", "query.dsl-pattern")]
    [InlineData("""{"query":{"query_string":{"query":"a:/(x{1000})/"}}}""", "query.dsl-pattern")]
    [InlineData("""{"query":{"query_string":{"query":"(((("}}}""", "query.dsl-pattern")]
    [InlineData("""{"query":{"query_string":{"query":"*a?????????????"}}}""", "query.dsl-pattern")]
    [InlineData("not json", "query.dsl-json")]
    [InlineData("[]", "query.dsl-json")]
    [InlineData("""{"query":{"match_all":{}},"sort":{"a":"sideways"}}""", "query.dsl-member")]
    public async Task What_is_not_known_or_costs_too_much_is_refused_by_name(string search, string code) =>
        (await (await posts.OnAsync(Database.Sqlite)).RefusedAsync("Lucene", search)).Code.ShouldBe(code);

    [Fact]
    public async Task A_search_of_too_many_or_too_deep_clauses_is_refused()
    {
        var site = await posts.OnAsync(Database.Sqlite);
        var deep = string.Concat(Enumerable.Repeat("""{"bool":{"must":""", 15)) + """{"match_all":{}}""" + string.Concat(Enumerable.Repeat("}}", 15));
        var wide = $$$"""{"bool":{"should":[{{{string.Join(',', Enumerable.Repeat("""{"match_all":{}}""", 600))}}}]}}""";

        (await site.RefusedAsync("Lucene", $$"""{"query":{{deep}}}""")).Code.ShouldBe("query.dsl-size");
        (await site.RefusedAsync("Lucene", $$"""{"query":{{wide}}}""")).Code.ShouldBe("query.dsl-size");
    }

    /// <summary>Four posts, a note, and a query so that there is an index.</summary>
    public sealed class Posts() : Sites(new SiteOptions { Recipe = "ess-roadmap" })
    {
        private readonly SemaphoreSlim filling = new(1);
        private bool filled;

        public new async Task<Site> OnAsync(Database database)
        {
            var site = await base.OnAsync(database);
            await filling.WaitAsync();
            try
            {
                if (!filled)
                {
                    await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Blog.Query("All", "Lucene", """{"query":{"match_all":{}}}""")), Blog.Content(
                        Blog.Post("Compost", 1, "Au pied des immeubles", "<p>Des bacs partout.</p>", onTop: true), Blog.Post("Écoles", 2, "Rentrée", "<p>Ouvrir les écoles le samedi.</p>"),
                        Blog.Post("Jardins", 3, "Printemps", "<p>Un potager dans la cour de l’école.</p>"), Blog.Post("Vélos", 4, "Sans casque", "<p>Des arceaux.</p>", day: "2027-02-01"), Blog.Note("Vélos en note")));
                    filled = true;
                }

                return site;
            }
            finally
            {
                filling.Release();
            }
        }
    }
}
