using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Content.Tests.Pages;
using EssConsult.Content.Tests.Recipes;
using EssConsult.Kernel.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Tests.Templating;

/// <summary>Orchard's Liquid (§5 and §9.2 of the formats) on a page that a recipe's own templates draw.</summary>
public sealed class OrchardTemplateTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    /// <summary>A piece of template and the HTML that it gives.</summary>
    public static readonly TheoryData<string, string> Pieces = new()
    {
        { "{% resources type: \"Stylesheet\" %}{% style name:\"font-awesome\", version:\"7\", at:\"Head\" %}{% script src:\"~/x.js\", at:\"Foot\" %}{% link rel:\"icon\" %}{% meta name:\"a\" %}", "" },
        { "{% styleblock at: \"Head\" %}p { color: red }{% endstyleblock %}{% scriptblock %}alert(1){% endscriptblock %}", "" },
        { "{% shape_clear_alternates Model %}{% shape_add_classes Model \"a b\" %}{% shape_remove_item Model.Content \"HtmlBodyPart\" %}{% shape_type Model \"X\" %}{% shape_pager Model.Pager previous_text: \"<\", next_text: \">\" %}", "" },
        { "{% cache \"k\", expires_after: \"0:05:00\" %}{% cache_dependency \"x\" %}kept{% endcache %}", "kept" },
        { "{% zone \"Header\" %}<b>h</b>{% endzone %}{% render_section \"Footer\", required: false %}", "<b>h</b>" },
        { "{% a href: \"~/contact\", class: \"btn\", data_id: \"3\", onclick: \"x()\" %}Écrire{% enda %}", "<a href=\"/contact\" class=\"btn\" data-id=\"3\">Écrire</a>" },
        { "{% a href: \"javascript:alert(1)\" %}x{% enda %}", "<a>x</a>" },
        { "{% a display_for: Model.ContentItem %}{{ Model.ContentItem | display_text }}{% enda %}", "<a href=\"/agence\">L’agence</a>" },
        { "{% block \"section\", id: \"services\" %}in{% endblock %}{% block \"script\" %}x{% endblock %}", "<section id=\"services\">in</section>x" },
        { "{% helper \"input\", type: \"text\", name: \"q\", asp_for: \"x\" %}{% helper \"span\", class: \"s\" %}", "<input type=\"text\" name=\"q\"><span class=\"s\"></span>" },
        { "{% form action: \"~/recherche\", method: \"get\" %}f{% endform %}", "<form action=\"/recherche\" method=\"get\">f</form>" },
        { "{{ \"DateTime\" | shape_new: utc: Model.ContentItem.CreatedUtc, format: \"yyyy\" }}", "2025" },
        { "{{ \"home/équipe.jpg\" | asset_url | resize_url: width: 480, mode: \"crop\" }}", "/media/home/%C3%A9quipe.jpg?width=480" },
        { "{{ \"/portfolio/1.jpg\" | asset_url }} {{ \"a.jpg?v=2\" | asset_url | asset_url }} {{ \"//x.org/a.jpg\" | asset_url }}", "/media/portfolio/1.jpg /media/a.jpg?v=2 //x.org/a.jpg" },
        { "{% assign embedded = Model.ContentItem.Content.Services.ContentItems | first %}{{ embedded | shape_build_display | shape_render }}{{ embedded | shape_build_display: type: \"Detail\" }}", "<div class=\"service\"><h3>Conseil</h3></div><div class=\"service\"><h3>Conseil</h3></div>" },
        { "{{ Model.ContentItem.Content.Services | shape_build_display }}{{ \"x\" | shape_build_display }}", "" },
        { "{{ Model.ContentItem }} {% assign named = Content[\"4agencyhome\"] %}{{ named }}", "L’agence L’agence" },
        { "{{ \"~/x.png\" | resource_url | append_version }} {{ \"~/x.png\" | img_tag: alt: 'a \"b\"' }}", "/x.png <img src=\"/x.png\" alt=\"a &quot;b&quot;\" loading=\"lazy\">" },
        { "{% if Site.SiteName != \"\" %}s{% endif %}{{ User.Identity.Name }}{{ User | user_email }}{{ Request.Path }} {{ HttpContext.Request.Method }}", "s/agence GET" },
        { "{% assign may = User | has_permission: \"EditContent\" %}{% if may %}yes{% else %}no{% endif %}", "no" },
        { "{{ Content[\"alias:main-menu\"].ContentType }} {{ Content.ContentItemId[\"4agencyhome\"] | display_text }} {{ Content.Slug[\"agence\"].ContentType }}{{ Content[\"4missing\"] }}", "Menu L’agence AgencyPage" },
        { "{% assign found = Content.Slug[\"agence\"] %}{{ found.Content.Services.ContentItems | size }}", "3" },
        { "{{ \"[1,2]\" | jsonparse | size }}{{ \"{\" | jsonparse }}", "2" },
        { "{{ \"Économie sociale\" | transliterate }} {{ '' | supported_cultures | join: ',' }}", "economie sociale fr,en" },
        { "{{ Model.ContentItem | list_count }} {{ Model.ContentItem | list_items | size }}", "0 0" },
        { "{% assign x = \"Made\" | shape_new: class_name: \"c\" %}{{ x.ClassName }}{{ x | shape_render }}{% shape \"Unheard\" %}", "c" },
        { "{{ \"~/x.jpg\" | href | resize_url: profile: 'unheard' }}", "/x.jpg" },
        { "{{ \"{{ 'a' | upcase }}\" | liquid }}", "A" },
        { "{{ \"[unheard] [[x]]\" | shortcode }}", "[unheard] [[x]]" },
        { "{% page_title Site.SiteName, position: \"before\", separator: \" - \" %}", "L’agence" },
    };

    [Theory, OnBothDatabases]
    public async Task Each_tag_and_filter_gives_its_html(Database database)
    {
        var site = await sites.OnAsync(database);
        var pieces = Pieces.Select(row => (Source: row.Data.Item1, Html: row.Data.Item2)).ToList();
        foreach (var (source, _) in pieces)
        {
            site.Services.GetRequiredService<Liquid>().Check(source).ShouldBeNull(source);
        }

        await site.PlayAsync(Recipe(string.Join("¤", pieces.Select(piece => piece.Source))));
        await site.CatchUpAsync();

        var html = (await site.Visitor().GetAsync("/agence")).Html;
        var start = html.IndexOf("<i id=\"start\"></i>", StringComparison.Ordinal) + "<i id=\"start\"></i>".Length;
        var drawn = html[start..html.IndexOf("<i id=\"end\"></i>", StringComparison.Ordinal)].Split('¤');

        drawn.Length.ShouldBe(pieces.Count);
        pieces.Select((piece, place) => (piece.Source, Html: drawn[place].Trim())).Where(piece => pieces.Single(known => known.Source == piece.Source).Html != piece.Html)
            .Select(piece => $"{piece.Source} gave {piece.Html}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{% shape_type Model ! %}")]
    [InlineData("{% shape_pager Model.Pager previous_text %}{% shape_pager Model.Pager next: = %}")]
    public async Task A_tag_that_cannot_be_read_to_its_end_is_an_error_and_not_the_end_of_the_page(string source)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        site.Services.GetRequiredService<Liquid>().Check(source).ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_page_of_bags_is_drawn_whole_by_the_templates_of_its_own_recipe(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Recipe(
            """
            {% style name:"agency" %}<header class="masthead">{{ Model.ContentItem.DisplayText }}</header>
            {{ Model.Content.Services | shape_render }}
            <ul class="names">{% for service in Model.ContentItem.Content.Services.ContentItems %}<li class="{{ service.TitlePart.Title | html_class }}">{{ service.TitlePart.Title }}</li>{% endfor %}</ul>
            {{ Model.ContentItem | shape_build_display: "Summary" }}
            """));
        await site.CatchUpAsync();

        var page = await site.Visitor().GetAsync("/agence");

        page.Text(".masthead").ShouldBe("L’agence");
        page.Texts(".names li").ShouldBe(["Conseil", "Ateliers", "Études"]);
        page.Document.QuerySelector(".names li:last-child")!.ClassName.ShouldBe("etudes");
        page.Texts(".bag .service h3").ShouldBe(["Conseil", "Ateliers", "Études"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_kept_page_follows_an_item_that_its_template_names(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Recipe("<p class=\"named\">{{ Content[\"4named\"] | display_text }}</p>"));
        await site.PlayAsync(Named("Avant", 1));
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/agence")).Text(".named").ShouldBe("Avant");

        await site.PlayAsync(Named("Après", 2));
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync("/agence")).Text(".named").ShouldBe("Après");
    }

    private static string Named(string title, int version) => $$"""
        { "steps": [ { "name": "Content", "data": [ { "ContentItemId": "4named", "ContentItemVersionId": "4named{{version}}", "ContentType": "Service", "DisplayText": "{{title}}", "Latest": true, "Published": true, "TitlePart": { "Title": "{{title}}" } } ] } ] }
        """;

    private static string Recipe(string source)
    {
        var services = new JsonArray([.. new[] { "Conseil", "Ateliers", "Études" }.Select(title => (JsonNode)new JsonObject
        {
            ["ContentItemId"] = "4service" + title.Length, ["ContentType"] = "Service", ["DisplayText"] = title, ["TitlePart"] = new JsonObject { ["Title"] = title },
        })]);
        return $$"""
            { "steps": [
              { "name": "ContentDefinition", "ContentTypes": [
                { "Name": "Service", "DisplayName": "Service", "Settings": { "ContentTypeSettings": { "Stereotype": "Widget" } }, "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" } ] },
                { "Name": "AgencyPage", "DisplayName": "Agence", "ContentTypePartDefinitionRecords": [ { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "BagPart", "Name": "Services", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Service"] } } } ] } ] },
              { "name": "Templates", "Templates": {
                "Content__AgencyPage": { "Description": "", "Content": {{JsonSerializer.Serialize("<i id=\"start\"></i>" + source + "<i id=\"end\"></i>")}} },
                "Widget__Service": { "Description": "", "Content": "<div class=\"service\"><h3>{% assign name = Model.ContentItem.DisplayText %}{% echo name %}</h3></div>" } } },
              { "name": "Content", "data": [ { "ContentItemId": "4agencyhome", "ContentItemVersionId": "4agencyhomev", "ContentType": "AgencyPage", "DisplayText": "L’agence", "Latest": true, "Published": true,
                "CreatedUtc": "2025-05-06T07:08:09Z", "AutoroutePart": { "Path": "agence" }, "Services": { "ContentItems": {{services.ToJsonString()}} } } ] } ] }
            """;
    }
}
