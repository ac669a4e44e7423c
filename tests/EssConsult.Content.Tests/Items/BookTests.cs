using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Content.Menus;
using EssConsult.Content.Tests.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Tests.Items;

public sealed class BookTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_menu_or_list_of_terms_that_nobody_can_read_is_left_out_and_the_site_starts(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await Sample.PublishAsync(site, "Menu", "Menu", Menu("main-menu", """{ "ContentItemId": "m1", "DisplayText": "Sans type", "LinkMenuItemPart": { "Url": "~/un" } }, { "ContentType": "LinkMenuItem", "DisplayText": "Bon", "LinkMenuItemPart": { "Url": "~/deux" } }"""));
        await AddAsync(site, "Menu", item => item.Content["AliasPart"] = JsonNode.Parse("""{ "Alias": { "of": "nothing" } }"""));
        await AddAsync(site, "Taxonomy", item =>
        {
            item.Put(new AliasPart("books"));
            item.Content["TaxonomyPart"] = JsonNode.Parse("""{ "Terms": [ { "ContentItemId": "b1", "DisplayText": "Sans type" }, { "ContentItemId": "b2", "ContentType": "Theme", "DisplayText": "Bon" } ] }""");
        });
        await AddAsync(site, "Taxonomy", item => item.Content["AliasPart"] = JsonNode.Parse("""{ "Alias": [] }"""));

        await site.RestartAsync();

        site.Services.GetRequiredService<MenuBook>().Find("main-menu").Select(entry => entry.Text).ShouldBe(["Bon"]);
        site.Services.GetRequiredService<ITaxonomies>().Find("books")!.Terms.Select(term => term.Name).ShouldBe(["Bon"]);
    }

    [Theory, OnBothDatabases]
    public async Task An_embedded_item_without_a_type_is_refused_at_import(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""
            { "steps": [ { "name": "Content", "data": [ { "ContentItemId": "4bookmenu", "ContentItemVersionId": "4bookmenuv", "ContentType": "Menu", "Latest": true, "Published": true,
              "MenuItemsListPart": { "MenuItems": [ { "ContentItemId": "m1", "LinkMenuItemPart": { "Url": "~/un" } } ] } } ] } ] }
            """);

        run.Reports().ShouldBe(["Content Failed 4bookmenu"]);
        (await Sample.StoreAsync(site, store => store.FindAsync("4bookmenu", ContentVersion.Latest, default))).ShouldBeNull();
    }

    private static Task AddAsync(Site site, string type, Action<ContentItem> with) => Sample.StoreAsync(site, async store =>
    {
        var item = store.New(type, null, null);
        item.Put(new TitlePart("Titre"));
        with(item);
        await store.PublishAsync(item, default);
    });

    private static Action<ContentItem> Menu(string alias, string entries) => item =>
    {
        item.Put(new AliasPart(alias));
        item.Content["MenuItemsListPart"] = JsonNode.Parse($$"""{ "MenuItems": [ {{entries}} ] }""");
    };
}
