using System.Text.Json.Nodes;
using static EssConsult.Layers.Tests.Sample;

namespace EssConsult.Layers.Tests;

public sealed class WidgetTests(LayerSites sites) : IClassFixture<LayerSites>
{
    [Theory, OnBothDatabases]
    public async Task Widgets_show_where_their_layer_holds_in_the_order_of_their_positions(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap,demo" });
        await site.PlayAsync(
            TheLayers(
                Always("Toujours"), ALayer("Accueil", Is("HomepageCondition", Value(true))), ALayer("Ailleurs", Is("HomepageCondition", Value(false))),
                ALayer("Anglais", Is("CultureCondition", Text("Equals", "en"))), ALayer("Connectés", Is("IsAuthenticatedCondition")), ALayer("Visiteurs", Is("IsAnonymousCondition")),
                ALayer("Animation", Is("RoleCondition", Text("Equals", "Facilitator"))), ALayer("Pages", Is("ContentTypeCondition", Text("Equals", "Page"))),
                ALayer("Démarches", Is("ContentTypeCondition", Text("Equals", "Process"))), ALayer("Liste", Is("UrlCondition", Text("StartsWith", "~/contributions"))),
                ALayer("Script", Is("JavascriptCondition", new JsonObject { ["Script"] = "url('/contributions*') && isAnonymous()" })), ALayer("Vide"), ALayer("Lune", Is("MoonCondition"))),
            Items(
                Widget("4w01", "toujours", "Toujours", position: 1), Widget("4w02", "accueil", "Accueil", position: 2), Widget("4w03", "ailleurs", "Ailleurs", position: 2.5), Widget("4w04", "anglais", "anglais", position: 3),
                Widget("4w05", "connectés", "Connectés", position: 4), Widget("4w06", "visiteurs", "Visiteurs", position: 5), Widget("4w07", "animation", "Animation", position: 6), Widget("4w08", "pages", "Pages", position: 7),
                Widget("4w09", "démarches", "Démarches", position: 8), Widget("4w10", "liste", "Liste", position: 9), Widget("4w11", "script", "Script", position: 10),
                Widget("4w12", "vide", "Vide"), Widget("4w13", "lune", "Lune"), Widget("4w14", "sans couche", "Personne"), Widget("4w15", "avant", "Toujours", position: "before")));
        var (visitor, citizen, animator) = (site.Visitor(), await site.SignInAsync(), await site.SignInAsync("Facilitator"));

        (await visitor.GetAsync("/")).Titles().ShouldBe(["avant", "toujours", "accueil", "visiteurs"]);
        (await visitor.GetAsync("/charte")).Titles().ShouldBe(["avant", "toujours", "ailleurs", "visiteurs", "pages"]);
        (await visitor.GetAsync("/en/charte")).Titles().ShouldBe(["avant", "toujours", "ailleurs", "anglais", "visiteurs", "pages"]);
        (await visitor.GetAsync("/en/")).Titles().ShouldBe(["avant", "toujours", "accueil", "anglais", "visiteurs"]);
        (await visitor.GetAsync("/contributions")).Titles().ShouldBe(["avant", "toujours", "ailleurs", "visiteurs", "liste", "script"]);
        (await citizen.GetAsync("/contributions")).Titles().ShouldBe(["avant", "toujours", "ailleurs", "connectés", "liste"]);
        (await animator.GetAsync("/charte")).Titles().ShouldBe(["avant", "toujours", "ailleurs", "connectés", "animation", "pages"]);
        var process = (await visitor.GetAsync("/demarches")).Document.QuerySelector("main a[href*='/demarches/']")!.GetAttribute("href")!;
        (await visitor.GetAsync(process)).Titles().ShouldBe(["avant", "toujours", "ailleurs", "visiteurs", "démarches"]);
        (await animator.GetAsync("/admin")).Has(".widget").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_widget_is_drawn_in_its_zone_with_its_class_its_title_and_its_own_template(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(
            JsonNode.Parse("""
                {"name":"ContentDefinition","ContentTypes":[{"Name":"RawHtml","DisplayName":"HTML","Settings":{"ContentTypeSettings":{"Stereotype":"Widget"}},"ContentTypePartDefinitionRecords":[{"PartName":"RawHtml","Name":"RawHtml","Settings":{}}]}],
                 "ContentParts":[{"Name":"RawHtml","Settings":{},"ContentPartFieldDefinitionRecords":[{"FieldName":"HtmlField","Name":"Content","Settings":{"ContentPartFieldSettings":{"DisplayName":"Content"}}}]}]}
                """)!.AsObject(),
            JsonNode.Parse("""{"name":"Templates","Templates":{"Widget__Alias__own":{"Content":"<em class='own'>{{ ContentItem.DisplayText }}</em>"}}}""")!.AsObject(), TheLayers(Always("Dessin")),
            Items(Widget("4d1", "Avec <titre>", "Dessin", "BeforeContent", 1), Widget("4d2", "Sans titre", "Dessin", "AfterContent", 1, renderTitle: false), Alias(Widget("4d4", "Gabarit", "Dessin", "AfterContent", 2, renderTitle: false)),
                JsonNode.Parse("""{"ContentItemId":"4d3","ContentItemVersionId":"4d3v","ContentType":"RawHtml","Latest":true,"Published":true,"RawHtml":{"Content":{"Html":"<p class=\"raw\">© Nantes</p>"}},"LayerMetadata":{"Layer":"Dessin","Zone":"Header","Position":"1"}}""")!.AsObject()));

        var page = await site.Visitor().GetAsync("/charte");

        page.Texts("main > .zone-before-content > .widget-text-widget > h2").ShouldBe(["Avec <titre>"]);
        page.Text("main > .zone-before-content .prose").ShouldBe("Le texte du bloc.");
        page.Texts("main > .zone-after-content > .widget-text-widget > h2").ShouldBeEmpty();
        page.Text("main > .zone-after-content .prose").ShouldBe("Le texte du bloc.");
        page.Text("main > .zone-after-content em.own").ShouldBe("Gabarit");
        page.Text("aside .zone-header > .widget-raw-html p.raw").ShouldBe("© Nantes");
        page.Has(".zone-header dt").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_securable_widget_is_for_those_who_may_read_it(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync(TheLayers(Always("Toujours")), Type("Secret", securable: true), Type("Open", securable: false), Items(Widget("4s1", "secret", "Toujours", type: "Secret"), Widget("4s2", "ouvert", "Toujours", type: "Open")));

        (await site.Visitor().GetAsync("/connexion")).Titles().ShouldBe(["ouvert"]);
        (await (await site.SignInAsync("Reader", "View_Secret")).GetAsync("/contact")).Titles().ShouldBe(["secret", "ouvert"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Widgets_cost_no_query(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var citizen = await site.SignInAsync();
        await citizen.GetAsync("/charte");
        var without = (await citizen.GetAsync("/charte")).Queries.Count;

        await site.PlayAsync(TheLayers(Always("Toujours"), ALayer("Rôle", Is("RoleCondition", Text("Equals", "Authenticated")))), Items([.. Enumerable.Range(1, 12).Select(index => Widget($"4q{index}", $"bloc {index}", index % 2 == 0 ? "Toujours" : "Rôle", position: index))]));
        await citizen.GetAsync("/charte");

        var page = await citizen.GetAsync("/charte");
        page.Titles().Count.ShouldBe(12);
        page.Queries.Count.ShouldBe(without);
    }

    [Theory, OnBothDatabases]
    public async Task A_widget_that_cannot_be_drawn_is_left_out_and_the_page_stands(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(TheLayers(Always("Toujours"), ALayer("Faux", Is("JavascriptCondition", new JsonObject { ["Script"] = "throw 'lea@example.org'" }))), JsonNode.Parse("""{"name":"Templates","Templates":{"Widget__Alias__broken":{"Content":"{% for a in (1..9000) %}{% for b in (1..9000) %}x{% endfor %}{% endfor %}"}}}""")!.AsObject(),
            Items(Alias(Widget("4b1", "cassé", "Toujours"), "broken"), Widget("4b2", "entier", "Toujours"), Widget("4b3", "faux", "Faux")));

        var page = await site.Visitor().GetAsync("/charte");
        await site.Visitor().GetAsync("/charte?encore");

        page.Titles().ShouldBe(["entier"]);
        site.Log.Lines.Count(line => line.Contains("4b1", StringComparison.Ordinal)).ShouldBe(1);
        site.Log.Lines.ShouldContain(line => line.Contains("Faux", StringComparison.Ordinal));
        site.Log.Lines.ShouldAllBe(line => !line.Contains("lea@example.org", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task A_site_that_switches_the_module_off_shows_no_widget(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(TheLayers(Always("Toujours")), Items(Widget("4o1", "bloc", "Toujours")));
        (await site.Visitor().GetAsync("/charte")).Titles().ShouldBe(["bloc"]);

        await site.PlayAsync(JsonNode.Parse("""{"name":"feature","disable":["EssConsult.Layers"]}""")!.AsObject());

        (await site.Visitor().GetAsync("/charte")).Titles().ShouldBeEmpty();
    }

    private static JsonObject Alias(JsonObject item, string alias = "own")
    {
        item["AliasPart"] = new JsonObject { ["Alias"] = alias };
        return item;
    }

    private static JsonObject Type(string name, bool securable) => new()
    {
        ["name"] = "ContentDefinition",
        ["ContentTypes"] = new JsonArray(new JsonObject
        {
            ["Name"] = name, ["DisplayName"] = name, ["Settings"] = new JsonObject { ["ContentTypeSettings"] = new JsonObject { ["Stereotype"] = "Widget", ["Securable"] = securable } },
            ["ContentTypePartDefinitionRecords"] = new JsonArray(new JsonObject { ["PartName"] = "TitlePart", ["Name"] = "TitlePart", ["Settings"] = new JsonObject() }),
        }),
        ["ContentParts"] = new JsonArray(),
    };
}
