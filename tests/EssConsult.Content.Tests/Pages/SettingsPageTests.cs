using System.Net;
using EssConsult.Content.Tests.Recipes;

namespace EssConsult.Content.Tests.Pages;

public sealed class RoadmapSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

public sealed class SettingsPageTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task What_is_saved_shows_on_the_site_at_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var admin = await site.SignInAsync("Administrator");

        (await site.Visitor().GetAsync("/mentions-legales")).Text(".legal-facts")!.ShouldContain("À compléter par la collectivité");
        var page = await (await admin.GetAsync("/admin/reglages")).Form().With("Settings.SiteName", "Ma concertation").With("Settings.PublicationDirector", "Jeanne Dupont")
            .With("Settings.ContactEmail", "contact@ville.example").With("Settings.PageSize", "10").SubmitAsync("Enregistrer");

        page.Text(".notice").ShouldBe("Les réglages sont enregistrés.");
        page.Document.Title!.ShouldEndWith("Ma concertation");
        await site.CatchUpAsync();
        var legal = await site.Visitor().GetAsync("/mentions-legales");
        legal.Text(".legal-facts")!.ShouldContain("Jeanne Dupont");
        legal.Document.Title!.ShouldEndWith("Ma concertation");
        (await admin.GetAsync("/admin/reglages")).Document.QuerySelector("#Settings_PageSize")!.GetAttribute("value").ShouldBe("10");
    }

    [Fact]
    public async Task Each_wrong_answer_is_named()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/reglages")).Form().With("Settings.SiteName", "").With("Settings.ContactEmail", "nowhere").With("Settings.PageSize", "3").SubmitAsync("Enregistrer");

        page.Texts(".error-summary a").ShouldBe(["Choisissez un nombre entre 5 et 100.", "Donnez un nom au site.", "Cette adresse e-mail n’est pas complète."], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_module_goes_off_and_comes_back_without_a_restart(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var admin = await site.SignInAsync("Administrator");
        (await site.Visitor().GetAsync("/structures")).Status.ShouldBe(HttpStatusCode.OK);

        var page = await (await admin.GetAsync("/admin/reglages")).Form("form:has([value='EssConsult.Actors'])").SubmitAsync();
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/structures")).Status.ShouldBe(HttpStatusCode.NotFound);

        await page.Form("form:has([value='EssConsult.Actors'])").SubmitAsync();
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/structures")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task The_site_map_shows_the_menus_and_what_lies_below_and_follows_publications(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await site.Visitor().GetAsync("/plan-du-site");
        page.Texts("main h2").ShouldBe(["Accueil", "Démarches", "Rendez-vous", "Prix", "Contributions", "Feuille de route", "Structures", "À propos de ce site"]);
        page.Texts("main li a").ShouldContain("Consolider la place de l’ESS dans l’économie locale");

        await site.PlayAsync("""{ "steps": [ { "name": "Content", "data": [ { "ContentItemId": "4mapped", "ContentItemVersionId": "4mappedv", "ContentType": "Page", "DisplayText": "Nouvelle page", "Latest": true, "Published": true, "AutoroutePart": { "Path": "nouvelle-page" } } ] } ] }""");
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/plan-du-site")).Texts("main li a").ShouldContain("Nouvelle page");
    }
}
