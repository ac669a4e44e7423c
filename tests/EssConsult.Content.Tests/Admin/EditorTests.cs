using System.Net;
using System.Text;
using EssConsult.Content.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Admin;

public sealed class EditorTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_field_added_by_an_administrator_is_asked_for_stored_and_shown(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync($"/admin/types/{type}")).FollowAsync("Ajouter un champ");
        page = await page.Form().With("Label", "Budget estimé").With("Kind", "NumericField").SubmitAsync("Ajouter");
        page.Texts(".row-title").ShouldContain("Budget estimé");
        await site.CatchUpAsync();

        page = await admin.GetAsync($"/admin/contenus/nouveau/{type}");
        page = await page.Form("form.editor").With("TitlePart.Title", Sample.Name("Chiffrée ")).With($"{type}.BudgetEstime.Value", "1 250").SubmitAsync("Publier");
        page.Text(".notice").ShouldBe("C’est publié.");
        await site.CatchUpAsync();

        (await page.FollowAsync("Voir la page")).Texts(".facts > div").ShouldContain("Budget estimé1250");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_missing_is_told_at_its_input_and_what_was_typed_stays(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site, Sample.Field("NumericField", "Nombre"));
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync($"/admin/contenus/nouveau/{type}")).Form("form.editor").With("TitlePart.Title", "").With($"{type}.Nombre.Value", "beaucoup").SubmitAsync("Publier");

        page.Texts(".error-summary li").Count.ShouldBe(2);
        var input = page.Document.QuerySelector($"[name='{type}.Nombre.Value']")!;
        input.GetAttribute("value").ShouldBe("beaucoup");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        page.Document.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent.ShouldContain("écrivez un nombre");
        page.Document.QuerySelectorAll(".error-summary a").ShouldAllBe(link => page.Document.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_saves_second_is_told_and_may_insist(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), Sample.Name("Disputée "));
        var (first, second) = (await site.SignInAsync("Administrator"), await site.SignInAsync("Administrator"));
        var (hers, his) = (await first.GetAsync($"/admin/contenus/{item.ContentItemId}"), await second.GetAsync($"/admin/contenus/{item.ContentItemId}"));

        await hers.Form("form.editor").With("TitlePart.Title", "La sienne").SubmitAsync("Publier");
        var page = await his.Form("form.editor").With("TitlePart.Title", "La mienne").SubmitAsync("Publier");
        page.Texts(".notice-title").ShouldContain("Quelqu’un d’autre a enregistré entre-temps");
        page.Text(".error-summary")!.ShouldContain("Quelqu’un a enregistré ce contenu");
        (await LatestAsync(site, item)).DisplayText.ShouldBe("La sienne");

        await page.Form("form.editor").With("overwrite", "true").SubmitAsync("Publier");
        (await LatestAsync(site, item)).DisplayText.ShouldBe("La mienne");
    }

    [Theory, OnBothDatabases]
    public async Task Unknown_parts_survive_an_edit_through_the_form(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), Sample.Name("Étrange "), made => made.Content["StrangePart"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "b": 1, "a": [2] }"""));
        var admin = await site.SignInAsync("Administrator");

        await (await admin.GetAsync($"/admin/contenus/{item.ContentItemId}")).Form("form.editor").With("TitlePart.Title", "Changé").SubmitAsync("Publier");

        (await LatestAsync(site, item)).Content["StrangePart"]!.ToJsonString().ShouldBe("""{"b":1,"a":[2]}""");
    }

    [Theory, OnBothDatabases]
    public async Task The_list_runs_as_many_queries_for_three_items_as_for_twenty(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var admin = await site.SignInAsync("Administrator");
        await AddAsync(site, type, 3);
        var few = await admin.GetAsync($"/admin/contenus?type={type}");

        await AddAsync(site, type, 20);
        var many = await admin.GetAsync($"/admin/contenus?type={type}");

        few.Texts("tbody tr").Count.ShouldBe(3);
        many.Texts("tbody tr").Count.ShouldBe(20);
        many.Queries.Count.ShouldBe(few.Queries.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_person_without_the_right_neither_sees_nor_changes(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var item = await Sample.PublishAsync(site, type, Sample.Name("Gardée "));
        var citizen = await site.SignInAsync();
        var own = await site.SignInAsync(Sample.Name("Role"), "AccessAdminPanel", $"Edit_{type}");

        (await citizen.GetAsync($"/admin/contenus/{item.ContentItemId}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await citizen.GetAsync("/admin/types")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var page = await own.GetAsync($"/admin/contenus/{item.ContentItemId}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Texts("button").ShouldNotContain("Publier");
    }

    [Theory, OnBothDatabases]
    public async Task A_menu_is_rearranged_by_buttons_and_shows_once_published(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var menu = await Sample.PublishAsync(site, "Menu", "Menu principal", made =>
        {
            made.Put(new AliasPart("main-menu"));
            made.Content["MenuItemsListPart"] = System.Text.Json.Nodes.JsonNode.Parse("""
                { "MenuItems": [{ "ContentItemId": "m1", "ContentType": "LinkMenuItem", "DisplayText": "Premier", "LinkMenuItemPart": { "Url": "~/un" } },
                                { "ContentItemId": "m2", "ContentType": "LinkMenuItem", "DisplayText": "Second", "LinkMenuItemPart": { "Url": "~/deux" } }] }
                """);
        });
        var admin = await site.SignInAsync("Administrator");

        var page = await admin.GetAsync($"/admin/contenus/{menu.ContentItemId}");
        page.Texts("nav[aria-label='Menu principal'] a").ShouldBeEmpty();
        page = await page.Form("form.editor").SubmitAsync("↓");
        await page.Form("form.editor").SubmitAsync("Publier");
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/connexion")).Texts("nav[aria-label='Menu principal'] a").ShouldBe(["Second", "Premier"]);
    }

    [Theory, OnBothDatabases]
    public async Task An_editor_signs_only_what_is_their_own(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var admin = await site.SignInAsync("Administrator");
        var page = await Sample.PublishAsync(site, type, Sample.Name("Page du modèle "));
        var anonymous = await Sample.PublishAsync(site, type, Sample.Name("Anonyme "), made => made.Author = null, owner: "somebody");

        await (await admin.GetAsync($"/admin/contenus/{page.ContentItemId}")).Form("form.editor").With("TitlePart.Title", "Relue").SubmitAsync("Publier");
        await (await admin.GetAsync($"/admin/contenus/{anonymous.ContentItemId}")).Form("form.editor").With("TitlePart.Title", "Relue").SubmitAsync("Publier");
        await (await admin.GetAsync($"/admin/contenus/nouveau/{type}")).Form("form.editor").With("TitlePart.Title", "La mienne " + type).SubmitAsync("Publier");

        (await LatestAsync(site, page)).ShouldSatisfyAllConditions(item => item.DisplayText.ShouldBe("Relue"), item => item.Author.ShouldBe("Léa"));
        (await LatestAsync(site, anonymous)).Author.ShouldBeNull();
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().SingleAsync(row => row.DisplayText == "La mienne " + type))).Author.ShouldNotBeNullOrEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task An_act_that_nobody_knows_removes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = await Sample.PublishAsync(site, await Sample.DefineAsync(site), Sample.Name("À garder "));
        var admin = await site.SignInAsync("Administrator");
        var request = (await admin.GetAsync($"/admin/contenus/lot?acte=publier&ids={item.ContentItemId}")).Form("main form").Press();
        var body = await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);
        request.Content = new StringContent(body.Replace("acte=publier", "acte=archiver", StringComparison.Ordinal), Encoding.UTF8, "application/x-www-form-urlencoded");

        var page = await admin.SendAsync(request);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        (await LatestAsync(site, item)).Published.ShouldBeTrue();
    }

    private static async Task<ContentItem> LatestAsync(Site site, ContentItem item) => (await Sample.StoreAsync(site, store => store.FindAsync(item.ContentItemId, ContentVersion.Latest, default)))!;

    private static Task AddAsync(Site site, string type, int count) => Sample.StoreAsync(site, async store =>
    {
        for (var index = 0; index < count; index++)
        {
            var item = store.New(type, null, "Léa");
            item.Put(new TitlePart($"Numéro {index} {Guid.NewGuid():N}"));
            await store.PublishAsync(item, default);
        }
    });
}
