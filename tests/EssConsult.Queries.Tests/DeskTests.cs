using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Queries.Tests;

/// <summary>The administration's pages and the API.</summary>
public sealed class DeskTests(BlogSites sites) : IClassFixture<BlogSites>
{
    private const string Sql = "SELECT DisplayText, ContentType FROM ContentItemIndex WHERE DisplayText LIKE @like:'Bureau%' ORDER BY DisplayText";

    [Theory, OnBothDatabases]
    public async Task A_query_is_written_tried_listed_downloaded_and_deleted(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content(Blog.Post("Bureau 1"), Blog.Post("Bureau =2"), Blog.Post("Bureau caché", published: false)));
        var author = await site.SignInAsync("Facilitator", "ManageQueries", "AccessAdminPanel");
        var page = await author.GetAsync("/admin/requetes/nouvelle");
        (await page.Form("form.editor").With("Query.Name", "un nom").With("Query.Template", "SELECT 1").SubmitAsync("Enregistrer")).Texts(".error-summary li").ShouldBe(["Un nom de requête commence par une lettre et n’a que des lettres sans accent, des chiffres et des tirets."]);
        (await page.Form("form.editor").With("Query.Name", "Desk").With("Query.Template", "SELECT * FROM person").SubmitAsync("Enregistrer")).Text(".error-summary li")!.ShouldStartWith("« person » n’est pas une table que les requêtes lisent.");

        var tried = await page.Form("form.editor").With("Query.Name", "Desk").With("Query.Template", Sql).With("Parameters", """{"like":"Bureau%"}""").SubmitAsync("Essayer");
        tried.Texts("#resultat tbody tr").ShouldBe(["Bureau 1 Post", "Bureau =2 Post"]);
        tried.Text("#resultat .meta")!.ShouldStartWith("2 lignes en ");
        (await page.Form("form.editor").With("Query.Name", "Desk").With("Query.Template", Sql).With("Parameters", "[1]").SubmitAsync("Essayer")).Text(".error-summary li").ShouldBe("Les paramètres ne sont pas un objet JSON, comme {\"size\": 3}.");

        var saved = await page.Form("form.editor").With("Query.Name", "Desk").With("Query.Template", Sql).SubmitAsync("Enregistrer");
        saved.Text(".notice-success").ShouldBe("La requête est enregistrée.");
        await site.CatchUpAsync();
        (await author.GetAsync("/admin/requetes?q=desk&source=Sql")).Texts("tbody th").ShouldBe(["Desk"]);
        (await author.GetAsync("/admin/requetes?q=introuvable")).Text(".empty-title").ShouldBe("Aucune requête ne correspond");
        (await author.Client.GetStringAsync("/admin/requetes/Desk/resultat.csv?parametres=%7B%22like%22%3A%22Bureau%20%25%22%7D", TestContext.Current.CancellationToken)).TrimStart('\uFEFF').ReplaceLineEndings("\n").ShouldBe("DisplayText,ContentType\nBureau 1,Post\nBureau =2,Post\n");
        (await page.Form("form.editor").With("Query.Name", "Desk").With("Query.Template", Sql).SubmitAsync("Enregistrer")).Text(".error-summary li").ShouldBe("Une autre requête porte déjà ce nom.");

        var edited = await (await author.GetAsync("/admin/requetes/Desk")).Form("form.editor").With("Query.Template", Sql + " DESC").SubmitAsync("Enregistrer");
        edited.Has(".notice-success").ShouldBeTrue();
        (await (await author.GetAsync("/admin/requetes/Desk/supprimer")).Form().SubmitAsync("Supprimer")).Text(".notice-success").ShouldBe("La requête est supprimée.");
        (await author.GetAsync("/admin/requetes/Desk")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignInAsync()).GetAsync("/admin/requetes")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task Other_sites_ask_by_get_and_post_and_are_told_what_is_wrong(Database database)
    {
        var site = await sites.OnAsync(database);
        var post = Blog.Post("Interface");
        post["Author"] = "Ursule U.";
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content(post, Blog.Post("Interface brouillon", published: false)),
            Blog.Queries(Blog.Query("Rows", "Sql", "SELECT DisplayText FROM ContentItemIndex WHERE DisplayText LIKE @like", items: false), Blog.Query("Whole", "Sql", "SELECT DocumentId FROM ContentItemIndex WHERE DisplayText LIKE 'Interface%'")));
        var caller = await site.SignInAsync("Editor", "ExecuteApiAll");
        async Task<string> GetAsync(string path) => await caller.Client.GetStringAsync("/api/queries/" + path, TestContext.Current.CancellationToken);

        (await GetAsync("Rows?parameters=%7B%22like%22%3A%22Interface%25%22%7D")).ShouldBe("""{"items":[{"DisplayText":"Interface"}]}""");
        (await GetAsync("rows?like=Interface%25")).ShouldBe("""{"items":[{"DisplayText":"Interface"}]}""");
        var whole = await GetAsync("Whole");
        JsonNode.Parse(whole)!["items"]!.AsArray().Select(item => item!["TitlePart"]!["Title"]!.ToString()).ShouldBe(["Interface"]);
        whole.ShouldNotContain("Ursule");
        var posted = await caller.Client.PostAsJsonAsync("/api/queries/Rows", new { like = "Interface" }, TestContext.Current.CancellationToken);
        (await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"items":[{"DisplayText":"Interface"}]}""");

        foreach (var (path, status, code) in new[] { ("Nobody", HttpStatusCode.NotFound, "query.unknown"), ("Rows", HttpStatusCode.BadRequest, "query.parameter"), ("Rows?parameters=x", HttpStatusCode.BadRequest, "query.parameters") })
        {
            var refused = await caller.Client.GetAsync("/api/queries/" + path, TestContext.Current.CancellationToken);
            (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType).ShouldBe((status, "application/problem+json"));
            (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("urn:essconsult:" + code);
        }

        using var form = new FormUrlEncodedContent([new("like", "Interface")]);
        (await caller.Client.PostAsync("/api/queries/Rows", form, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Visitor().Client.GetAsync("/api/queries/Rows", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await site.SignInAsync()).Client.GetAsync("/api/queries/Rows", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
