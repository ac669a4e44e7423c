using System.IO.Compression;
using System.Text.Json.Nodes;
using EssConsult.Content.Recipes.Export;
using EssConsult.Content.Recipes.Keeping;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Recipes;

/// <summary>Steps of Orchard's that this site does not play, or plays from their own JSON (§1.4 and §9.1 of the formats).</summary>
public sealed class KeptStepTests(Sites sites) : IClassFixture<Sites>
{
    private const string Recipe = """
        { "steps": [
          { "name": "MediaProfiles", "MediaProfiles": { "banner": { "Hint": "", "Width": 480, "Height": 0, "Mode": 2, "Format": 0, "Quality": 100 } } },
          { "name": "placements", "Placements": { "TitlePart": [ { "place": "-", "displayType": "Summary" } ], "HtmlBodyPart": [ { "place": "Content:5" } ] } },
          { "name": "AdminTemplates", "AdminTemplates": { "Content_Edit__Page": { "Content": "<b></b>" } } },
          { "name": "Sitemaps", "data": [ { "$type": "OrchardCore.Sitemaps.Models.Sitemap, OrchardCore.Sitemaps.Abstractions", "SitemapId": "4map", "Name": "Carte", "Enabled": true } ] },
          { "name": "UrlRewriting", "Rules": [ { "Id": "4rule", "Source": "Redirect", "Name": "Ancien", "Order": 1 } ] },
          { "name": "deployment", "Plans": [ { "Name": "Tout", "Steps": [ { "Type": "AllContentDeploymentStep", "Step": {} } ] } ] },
          { "name": "DynamicDataTranslations", "translations": [ { "culture": "en", "context": "Page", "key": "Titre", "value": "Title" } ] },
          { "name": "TwitterSettings", "ConsumerKey": "k", "ConsumerSecret": "hush-hush", "Inner": [ { "AccessToken": "hush-hush", "Kept": 1 } ] },
          { "name": "Constellation", "Stars": [ "Véga", 3, null ] },
          { "name": "Users", "Users": [ { "UserId": "4u", "UserName": "lea", "Email": "lea@example.org", "PasswordHash": "hush-hush" } ] },
          { "name": "Command", "Commands": [ "createUser /UserName:lea /Password:hush-hush" ] },
          { "name": "ReloadTenant" },
          { "name": "custom-settings", "BlogSettings": { "ContentItemId": "4settings", "ContentType": "BlogSettings", "BlogSettings": { "Motto": { "Text": "Ensemble" } } } } ] }
        """;

    [Theory, OnBothDatabases]
    public async Task Each_step_is_used_kept_or_refused_and_the_report_says_which(Database database)
    {
        await using var site = await Site.StartAsync(database);

        var run = await site.PlayAsync(Recipe);

        run.Reports().ShouldBe(
        [
            "MediaProfiles Done 1 0", "placements Partial 2 0", "AdminTemplates Partial 1 0", "Sitemaps Partial 1 0", "UrlRewriting Partial 1 0", "deployment Partial 1 0", "DynamicDataTranslations Partial 1 0",
            "TwitterSettings Partial 1 0", "Constellation Ignored", "Users Ignored", "Command Ignored", "ReloadTenant Ignored", "custom-settings Done 1 0",
        ]);
        (await site.PlayAsync(Recipe)).Reports().Take(3).ShouldBe(["MediaProfiles Done 0 1", "placements Partial 0 2", "AdminTemplates Partial 0 1"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_kept_leaves_again_the_same_from_here_and_from_the_site_that_took_it(Database database)
    {
        await using var here = await Site.StartAsync(database);
        await using var there = await Site.StartAsync(database);
        await here.PlayAsync(Recipe);
        var first = await ExportAsync(here);

        await there.PlayAsync(first);
        await here.PlayAsync(first);

        (await ExportAsync(there)).ShouldBe(first);
        (await ExportAsync(here)).ShouldBe(first);
        var steps = JsonNode.Parse(first)!["steps"]!.AsArray();
        steps.Select(step => step!["name"]!.ToString()).ShouldContain("Placements");
        JsonObject Step(string name) => steps.Single(step => step!["name"]!.ToString() == name)!.AsObject();
        Step("Placements").ToJsonString().ShouldBe("""{"name":"Placements","Placements":{"TitlePart":[{"place":"-","displayType":"Summary"}],"HtmlBodyPart":[{"place":"Content:5"}]}}""");
        Step("Sitemaps")["data"]![0]!["$type"]!.ToString().ShouldBe("OrchardCore.Sitemaps.Models.Sitemap, OrchardCore.Sitemaps.Abstractions");
        Step("Translations")["translations"]![0]!["value"]!.ToString().ShouldBe("Title");
        Step("Constellation")["Stars"]!.ToJsonString().ShouldBe("""["V\u00E9ga",3,null]""");
        Step("TwitterSettings").ToJsonString().ShouldBe("""{"name":"TwitterSettings","ConsumerKey":"k","Inner":[{"Kept":1}]}""");
        Step("Settings")["BlogSettings"]!["BlogSettings"]!["Motto"]!["Text"]!.ToString().ShouldBe("Ensemble");
        first.ShouldNotContain("hush-hush");
        first.ShouldNotContain("lea@example.org");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_secret_and_no_account_is_stored_and_an_unknown_step_with_an_address_stays_here(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync(Recipe);
        await site.PlayAsync("""{ "steps": [ { "name": "Guests", "List": [ { "Mail": "guest@example.org" } ] } ] }""");

        var rows = await site.InDatabaseAsync(db => db.Set<KeptRecord>().ToListAsync());

        rows.ShouldAllBe(row => !row.Json.Contains("hush-hush", StringComparison.Ordinal) && !row.Json.Contains("lea@", StringComparison.Ordinal));
        (await ExportAsync(site)).ShouldNotContain("guest@example.org");
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_sees_what_is_kept_and_lets_it_go(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var admin = await site.SignInAsync("Administrator");
        (await admin.GetAsync("/admin/modeles/gardes")).Has(".empty").ShouldBeTrue();
        await site.PlayAsync(Recipe);

        var page = await (await admin.GetAsync("/admin/modeles/gardes")).Form("form.filters").With("etape", "Sitemaps").SubmitAsync("Filtrer");
        page.Texts("tbody th").ShouldBe(["Sitemaps"]);
        page.Text("tbody td:nth-child(3)").ShouldBe("Gardé, pas joué");
        page = await page.Form("tbody form").SubmitAsync("Supprimer définitivement");

        page.Text(".notice").ShouldBe("Ce n’est plus gardé ici.");
        (await site.InDatabaseAsync(db => db.Set<KeptRecord>().AnyAsync(row => row.Step == "Sitemaps"))).ShouldBeFalse();
        page.Texts("tbody th").ShouldContain("UrlRewriting");
    }

    [Theory, OnBothDatabases]
    public async Task Lines_of_an_admin_menu_stand_in_the_menu_of_those_who_may_open_them(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync("""
            { "steps": [ { "name": "AdminMenu", "data": [
              { "Id": "4menu", "Name": "Outils", "Enabled": true, "MenuItems": [
                { "$type": "OrchardCore.AdminMenu.AdminNodes.PlaceholderAdminNode, OrchardCore.AdminMenu", "LinkText": "Blog", "Items": [
                  { "$type": "OrchardCore.AdminMenu.AdminNodes.LinkAdminNode, OrchardCore.AdminMenu", "LinkText": "Documentation", "LinkUrl": "https://docs.example.org/", "Enabled": true },
                  { "$type": "OrchardCore.AdminMenu.AdminNodes.LinkAdminNode, OrchardCore.AdminMenu", "LinkText": "Réservé", "LinkUrl": "~/reserve", "PermissionNames": ["ManageSettings"] },
                  { "$type": "OrchardCore.AdminMenu.AdminNodes.LinkAdminNode, OrchardCore.AdminMenu", "LinkText": "Éteint", "LinkUrl": "~/eteint", "Enabled": false },
                  { "$type": "OrchardCore.AdminMenu.AdminNodes.LinkAdminNode, OrchardCore.AdminMenu", "LinkText": "Piège", "LinkUrl": "javascript:alert(1)" },
                  { "$type": "OrchardCore.AdminMenu.AdminNodes.LinkAdminNode, OrchardCore.AdminMenu", "LinkText": "Mes pages", "LinkUrl": "Admin/Contents/ContentItems/Page" } ] },
                { "$type": "OrchardCore.Contents.AdminNodes.ContentTypesAdminNode, OrchardCore.Contents", "ShowAll": false, "ContentTypes": [ { "ContentTypeName": "Menu" } ] } ] },
              { "Id": "4off", "Name": "Éteint", "Enabled": false, "MenuItems": [ { "LinkText": "Invisible", "LinkUrl": "~/x" } ] } ] } ] }
            """);
        await site.CatchUpAsync();

        var admin = await (await site.SignInAsync("Administrator")).GetAsync("/admin/modeles");
        var editor = await (await site.SignInAsync(null, "AccessAdminPanel")).GetAsync("/admin");

        string[] Lines(Testing.Browsing.Page page) => [.. page.Document.QuerySelectorAll(".admin-menu a").Select(link => $"{link.TextContent.Trim()} {link.GetAttribute("href")}")];
        Lines(admin).ShouldContain("Documentation https://docs.example.org/");
        Lines(admin).ShouldContain("Réservé /reserve");
        Lines(admin).ShouldContain("Mes pages /admin/contenus?type=Page");
        Lines(admin).ShouldContain("Menu /admin/contenus?type=Menu");
        Lines(admin).ShouldNotContain(line => line.StartsWith("Éteint", StringComparison.Ordinal) || line.StartsWith("Piège", StringComparison.Ordinal) || line.StartsWith("Invisible", StringComparison.Ordinal));
        Lines(editor).ShouldContain("Documentation https://docs.example.org/");
        Lines(editor).ShouldNotContain("Réservé /reserve");
    }

    private static async Task<string> ExportAsync(Site site)
    {
        using var zip = new MemoryStream();
        await site.UseAsync<RecipeExporter>(exporter => exporter.WriteAsync(zip, new ExportChoice(), TestContext.Current.CancellationToken));
        using var reader = new StreamReader(await new ZipArchive(new MemoryStream(zip.ToArray())).GetEntry("Recipe.json")!.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
