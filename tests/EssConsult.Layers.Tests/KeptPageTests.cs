using System.Text.Json.Nodes;
using static EssConsult.Layers.Tests.Sample;

namespace EssConsult.Layers.Tests;

public sealed class KeptPageTests(LayerSites sites) : IClassFixture<LayerSites>
{
    [Theory, OnBothDatabases]
    public async Task A_kept_page_is_made_again_when_a_widget_or_a_layer_changes(Database database)
    {
        var site = await sites.OnAsync(database);
        async Task<IReadOnlyList<string>> KeptAsync()
        {
            var first = await site.Visitor().GetAsync("/charte?garde");
            var second = await site.Visitor().GetAsync("/charte?garde");
            second.Queries.ShouldBeEmpty("The second is the kept one.");
            second.Titles("content").ShouldBe(first.Titles("content"));
            return second.Titles("content");
        }

        (await KeptAsync()).ShouldBeEmpty();
        await site.PlayAsync(TheLayers(Always("Garde")), Items(Widget("4k1", "avant", "Garde", "Content")));
        (await KeptAsync()).ShouldBe(["avant"]);
        await site.PlayAsync(Items(Widget("4k1", "après", "Garde", "Content", version: "2")));
        (await KeptAsync()).ShouldBe(["après"]);
        await site.PlayAsync(TheLayers(ALayer("Garde", Is("HomepageCondition", Value(true)))));
        (await KeptAsync()).ShouldBeEmpty();
        await site.PlayAsync(TheLayers(ALayer("Garde", Is("AnyConditionGroup", Group(Is("IsAnonymousCondition"))))));
        (await KeptAsync()).ShouldBe(["après"]);
        await site.PlayAsync(Items(Widget("4k2", "second", "Garde", "Content", position: 0)));
        (await KeptAsync()).ShouldBe(["second", "après"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_one_reader_gets_is_not_kept_for_another(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(
            TheLayers(ALayer("R1", Is("RoleCondition", Text("Equals", "Facilitator"))), ALayer("R2", Is("CultureCondition", Text("Equals", "en"))), ALayer("R3", Is("UrlCondition", Text("EndsWith", "/charte"))), ALayer("R4", Is("IsAuthenticatedCondition"))),
            Items(Widget("4r1", "équipe", "R1", "BeforeContent", 1), Widget("4r2", "english", "R2", "BeforeContent", 2), Widget("4r3", "charte", "R3", "BeforeContent", 3), Widget("4r4", "connecté", "R4", "BeforeContent", 4)));
        var animator = await site.SignInAsync("Facilitator");

        (await animator.GetAsync("/charte")).Titles("before-content").ShouldBe(["équipe", "charte", "connecté"]);
        for (var again = 0; again < 2; again++)
        {
            (await site.Visitor().GetAsync("/charte")).Titles("before-content").ShouldBe(["charte"]);
            (await site.Visitor().GetAsync("/en/charte")).Titles("before-content").ShouldBe(["english", "charte"]);
            (await site.Visitor().GetAsync("/contributions")).Titles("before-content").ShouldBeEmpty();
        }

        (await animator.GetAsync("/charte")).Titles("before-content").ShouldBe(["équipe", "charte", "connecté"]);
    }
}
