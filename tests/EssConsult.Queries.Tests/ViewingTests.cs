
namespace EssConsult.Queries.Tests;

/// <summary>Nobody finds, counts or guesses by a query what they may not read.</summary>
public sealed class ViewingTests
{
    [Theory, OnBothDatabases]
    public async Task A_reader_finds_only_items_that_they_may_view(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(Blog.Step(Blog.Definitions),
            Blog.Step("""{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [ "View_Post", "View_Listing" ] }, { "Name": "Authenticated", "Permissions": [ "ViewOwn_Note" ] }, { "Name": "Editor", "Permissions": [ "ViewContent" ] } ] }"""));
        var (member, other, editor) = (await site.SignInAsync(), await site.SignInAsync(), await site.SignInAsync("Editor"));
        await site.PlayAsync(
            Blog.Queries(Blog.Query("All", "Sql", "SELECT DocumentId, DisplayText FROM ContentItemIndex WHERE DisplayText LIKE 'Vue%' ORDER BY DisplayText"), Blog.Query("Count", "Sql", "SELECT count(*) AS n FROM ContentItemIndex WHERE DisplayText LIKE 'Vue%'", items: false),
                Blog.Query("Found", "Lucene", """{"query":{"match":{"Content.ContentItem.DisplayText.Analyzed":"vue"}},"sort":"Content.ContentItem.DisplayText","size":50}"""), Blog.Query("Raw", "Lucene", """{"query":{"match":{"Content.ContentItem.DisplayText.Analyzed":"vue"}},"size":50}""", items: false)),
            Blog.Template("{% assign a = Queries.All | query %}{% for i in a %}<li class='a'>{{ i.DisplayText }}</li>{% endfor %}{% assign f = Queries.Found | query %}{% for i in f %}<li class='f'>{{ i.DisplayText }}</li>{% endfor %}{% assign c = Queries.Count | query %}<p class='c'>{{ c[0].n }}</p>{% assign r = Queries.Raw | query %}<p class='r'>{{ r | size }}</p>"),
            Blog.Content(Blog.Post("Vue 1 billet"), Blog.Note("Vue 2 note", member.PersonId), Blog.Note("Vue 3 note", other.PersonId), Blog.Post("Vue 4 brouillon", published: false), Blog.Listing("vues")));

        foreach (var (visitor, expected) in new[]
        {
            (site.Visitor(), new[] { "Vue 1 billet" }), (member, ["Vue 1 billet", "Vue 2 note"]), (other, ["Vue 1 billet", "Vue 3 note"]), (editor, ["Vue 1 billet", "Vue 2 note", "Vue 3 note"]),
        })
        {
            var page = await visitor.GetAsync("/vues");
            page.Texts("li.a").ShouldBe(expected);
            page.Texts("li.f").ShouldBe(expected);
            (page.Text("p.c"), page.Text("p.r")).ShouldBe(($"{expected.Length}", $"{expected.Length}"));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_is_found_no_more_by_what_they_signed(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var note = Blog.Note("Note signée", "4somebody");
        note["Author"] = "Zacharie Z.";
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Blog.Query("Any", "Lucene", """{"query":{"match_all":{}}}""")), Blog.Content(note));
        const string ByAuthor = """{"query":{"term":{"Content.ContentItem.Author":"Zacharie Z."}}}""";
        (await site.TitlesAsync("Lucene", ByAuthor)).ShouldBe(["Note signée"]);

        await site.InDatabaseAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync(default);
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(db.Set<Content.Contracts.ContentRow>().Where(row => row.Owner == "4somebody"), set => set.SetProperty(row => row.Owner, (string?)null).SetProperty(row => row.Author, (string?)null));
            db.Publish(new Accounts.Contracts.PersonErased("4somebody", KeptTexts: true));
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });
        await site.CatchUpAsync();

        (await site.TitlesAsync("Lucene", ByAuthor)).ShouldBeEmpty();
        (await site.TitlesAsync("Lucene", """{"query":{"match_phrase":{"Content.ContentItem.FullText":"note signée"}}}""")).ShouldBe(["Note signée"]);
        Directory.EnumerateFiles(Path.Combine(site.Folder, "index-queries")).Select(File.ReadAllText).ShouldNotContain(text => text.Contains("Zacharie", StringComparison.Ordinal));
    }
}
