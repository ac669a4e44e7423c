using System.Text.Json.Nodes;
using EssConsult.Content.Tests.Recipes;

namespace EssConsult.Content.Tests.Templating;

/// <summary>A blog whose parts, fields, lists and menus a recipe's own templates draw (§5.3 of the formats).</summary>
public sealed class ShapeTests : IAsyncLifetime
{
    private readonly Dictionary<Database, Site> started = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var site in started.Values)
        {
            await site.DisposeAsync();
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_list_part_is_drawn_by_its_own_template_with_summaries_and_a_pager(Database database)
    {
        var site = await BlogAsync(database, ("Blog__ListPart", """
            <ol class="posts">{% for post in Model.ContentItems %}<li>{{ post | shape_build_display: "Summary" | shape_render }}</li>{% endfor %}</ol>
            {% assign older = "Plus anciens" %}{% shape_pager Model.Pager previous_text: "Plus récents", next_text: older, next_class: "older" %}{{ Model.Pager | shape_render }}
            """), ("Content_Summary__Post", "<b>{{ Model.ContentItem | display_text }}</b>"));

        var page = await site.Visitor().GetAsync("/carnet");

        page.Texts(".posts li b").ShouldBe(["Billet 1", "Billet 2"]);
        page.Has(".grid").ShouldBeFalse();
        page.Text(".pagination li.older a").ShouldBe("Plus anciens");
        var second = await page.FollowAsync("Plus anciens");
        second.Texts(".posts li b").ShouldBe(["Billet 3"]);
        second.Text("a[rel=prev]").ShouldBe("Plus récents");
    }

    [Theory, OnBothDatabases]
    public async Task A_list_without_a_template_shows_cards_and_a_page_template_can_place_them(Database database)
    {
        var site = await BlogAsync(database, ("Content__Blog", "<main-list>{{ Model.Content.ListPart | shape_render }}</main-list>"));

        (await site.Visitor().GetAsync("/carnet")).Texts("main-list .grid .card-title").ShouldBe(["Billet 1", "Billet 2"]);
    }

    [Theory, OnBothDatabases]
    public async Task Parts_and_fields_are_drawn_by_the_most_particular_template(Database database)
    {
        var site = await BlogAsync(
            database,
            ("HtmlBodyPart", "<div class=\"general\">{{ Model.Html | raw }}</div>"),
            ("Post__HtmlBodyPart", "<div class=\"particular\">{{ Model.Html | raw }} {{ Model.ContentItem.DisplayText }} {{ Model.TypePartDefinition.Name }}</div>"),
            ("TextField", "<i class=\"any\">{{ Model.Text }}</i>"),
            ("Post__Mood", "<i class=\"mood\">{{ Model.Field.Text }} {{ Model.PartFieldDefinition.PartDefinition.Name }}-{{ Model.PartFieldDefinition.Name }}</i>"),
            ("Post__Tags__TaxonomyField__Tags_Display", "<ul class=\"tags\">{% for tag in Model.Tags %}<li>{{ tag }}</li>{% endfor %}</ul>"),
            ("Content__Post", "{{ Model.Content | shape_render }}<aside>{{ Model.Content.Post-Mood | shape_render }}</aside>{% shape_remove_item Model.Content \"Post-Tags\" %}<footer-rest>{{ Model.Content | shape_render }}</footer-rest>"));

        var page = await site.Visitor().GetAsync("/billet-1");

        page.Text(".particular").ShouldBe("Texte 1 Billet 1 HtmlBodyPart");
        page.Has(".general").ShouldBeFalse();
        page.Text("aside .mood").ShouldBe("gai Post-Mood");
        page.Text(".any").ShouldBe("sous-titre");
        page.Texts(".tags").Count.ShouldBe(1);
        page.Texts(".tags li").ShouldBe(["Rouge", "Vert"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_stored_template_for_a_part_is_used_the_moment_it_is_there_and_no_longer_when_it_goes(Database database)
    {
        var site = await BlogAsync(database);
        (await site.Visitor().GetAsync("/billet-1")).Has(".late").ShouldBeFalse();

        await site.PlayAsync(Templates(("HtmlBodyPart", "<div class=\"late\">{{ Model.Html | raw }}</div>")));
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/billet-1")).Text(".late").ShouldBe("Texte 1");

        var admin = await site.SignInAsync("Administrator");
        await (await (await admin.GetAsync("/admin/gabarits")).FollowAsync("HtmlBodyPart")).Form().SubmitAsync("Supprimer ce gabarit");
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/billet-1")).Has(".late").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_menu_is_drawn_by_templates_that_turn_its_items_into_links(Database database)
    {
        var site = await BlogAsync(
            database,
            ("Menu", "<ul class=\"nav {{ Model.Classes | join: ' ' }} {{ Model.MenuName }}\">{% for item in Model.Items %}{% shape_add_classes item \"top\" %}{{ item | shape_render }}{% endfor %}</ul>"),
            ("MenuItem", "<li class=\"{{ Model.Classes | join: ' ' }}{% if Model.HasItems %} dropdown{% endif %}\">{% shape_clear_alternates Model %}{% shape_type Model \"MenuItemLink\" %}{{ Model | shape_render }}<ul>{% for item in Model.Items %}{{ item | shape_render }}{% endfor %}</ul></li>"),
            ("MenuItemLink__LinkMenuItem", "{% assign link = Model.ContentItem.Content.LinkMenuItemPart %}<a class=\"lvl-{{ Model.Level }}\" href=\"{{ link.Url | href }}\">{{ Model.ContentItem.DisplayText }}</a>"),
            ("Content__Blog", "{% shape \"menu\", alias: \"alias:essai\", cache_id: \"m\" %}"));

        var page = await site.Visitor().GetAsync("/carnet");

        page.Texts(".nav.Essai > li.top > a.lvl-0").ShouldBe(["Un", "Deux"]);
        page.Texts(".dropdown a.lvl-1").ShouldBe(["Deux bis"]);
        page.Document.QuerySelector("a.lvl-1")!.GetAttribute("href").ShouldBe("/deux-bis");
    }

    [Theory, OnBothDatabases]
    public async Task A_template_that_draws_itself_for_ever_ends(Database database)
    {
        var site = await BlogAsync(database, ("Menu", "<u></u>{{ Model | shape_render }}"), ("Content__Blog", "{% shape \"menu\", alias: \"essai\" %}"));

        (await site.Visitor().GetAsync("/carnet")).Texts("u").Count.ShouldBe(12);
    }

    [Theory, OnBothDatabases]
    public async Task A_shape_that_a_template_makes_is_drawn_by_the_sites_template_of_its_name(Database database)
    {
        var site = await BlogAsync(
            database,
            ("Card", "<div class=\"made\">{{ Model.CardTitle }}</div>"), ("Card__Red", "<div class=\"made red\">{{ Model.CardTitle }}</div>"),
            ("Content__Blog", "{% shape \"Card\", card_title: \"Un\" %}{% assign card = \"Card\" | shape_new: card_title: \"Deux\" %}{% shape_add_alternates card \"Card-Red\" %}{{ card | shape_render }}"));

        var page = await site.Visitor().GetAsync("/carnet");

        page.Texts(".made").ShouldBe(["Un", "Deux"]);
        page.Text(".red").ShouldBe("Deux");
    }

    private async Task<Site> BlogAsync(Database database, params (string Name, string Source)[] templates)
    {
        var site = started[database] = await Site.StartAsync(database);
        await site.PlayAsync(Blog());
        await site.PlayAsync(Templates(templates));
        await site.CatchUpAsync();
        return site;
    }

    private static string Templates(params (string Name, string Source)[] templates) => new JsonObject
    {
        ["steps"] = new JsonArray(new JsonObject { ["name"] = "Templates", ["Templates"] = new JsonObject(templates.Select(template => KeyValuePair.Create(template.Name, (JsonNode?)new JsonObject { ["Content"] = template.Source }))) }),
    }.ToJsonString();

    private static string Blog()
    {
        string Post(int number) => $$"""
            { "ContentItemId": "4post{{number}}", "ContentItemVersionId": "4post{{number}}v", "ContentType": "Post", "DisplayText": "Billet {{number}}", "Latest": true, "Published": true,
              "TitlePart": { "Title": "Billet {{number}}" }, "AutoroutePart": { "Path": "billet-{{number}}" }, "HtmlBodyPart": { "Html": "<p>Texte {{number}}</p>" },
              "ContainedPart": { "ListContentItemId": "4blog", "ListContentType": "Blog", "Order": {{number}} },
              "Post": { "Mood": { "Text": "gai" }, "Subtitle": { "Text": "sous-titre" }, "Tags": { "TaxonomyContentItemId": "4colours", "TermContentItemIds": ["4red", "4green"], "TagNames": ["Rouge", "Vert"] } } }
            """;
        return $$"""
            { "steps": [
              { "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [ "ViewContent" ] } ] },
              { "name": "ContentDefinition",
                "ContentTypes": [
                  { "Name": "Blog", "DisplayName": "Blog", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                    { "PartName": "ListPart", "Name": "ListPart", "Settings": { "ListPartSettings": { "PageSize": 2, "ContainedContentTypes": ["Post"] } } } ] },
                  { "Name": "Post", "DisplayName": "Billet", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                    { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" }, { "PartName": "Post", "Name": "Post" } ] } ],
                "ContentParts": [ { "Name": "Post", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Mood" }, { "FieldName": "TextField", "Name": "Subtitle" },
                  { "FieldName": "TaxonomyField", "Name": "Tags", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Tags", "Editor": "Tags", "DisplayMode": "Tags" }, "TaxonomyFieldSettings": { "TaxonomyContentItemId": "4colours" } } } ] } ] },
              { "name": "Content", "data": [
                { "ContentItemId": "4colours", "ContentItemVersionId": "4coloursv", "ContentType": "Taxonomy", "DisplayText": "Couleurs", "Latest": true, "Published": true, "TitlePart": { "Title": "Couleurs" }, "AliasPart": { "Alias": "couleurs" },
                  "TaxonomyPart": { "TermContentType": "Term", "Terms": [ { "ContentItemId": "4red", "ContentType": "Term", "DisplayText": "Rouge", "TitlePart": { "Title": "Rouge" } }, { "ContentItemId": "4green", "ContentType": "Term", "DisplayText": "Vert", "TitlePart": { "Title": "Vert" } } ] } },
                { "ContentItemId": "4blog", "ContentItemVersionId": "4blogv", "ContentType": "Blog", "DisplayText": "Le blog", "Latest": true, "Published": true, "TitlePart": { "Title": "Le blog" }, "AutoroutePart": { "Path": "carnet" } },
                {{Post(1)}}, {{Post(2)}}, {{Post(3)}},
                { "ContentItemId": "4essai", "ContentItemVersionId": "4essaiv", "ContentType": "Menu", "DisplayText": "Essai", "Latest": true, "Published": true, "TitlePart": { "Title": "Essai" }, "AliasPart": { "Alias": "essai" },
                  "MenuItemsListPart": { "MenuItems": [
                    { "ContentItemId": "4un", "ContentType": "LinkMenuItem", "DisplayText": "Un", "LinkMenuItemPart": { "Url": "~/un" } },
                    { "ContentItemId": "4deux", "ContentType": "LinkMenuItem", "DisplayText": "Deux", "LinkMenuItemPart": { "Url": "~/deux" }, "MenuItemsListPart": { "MenuItems": [
                      { "ContentItemId": "4deuxbis", "ContentType": "LinkMenuItem", "DisplayText": "Deux bis", "LinkMenuItemPart": { "Url": "~/deux-bis" } } ] } } ] } } ] } ] }
            """;
    }
}
