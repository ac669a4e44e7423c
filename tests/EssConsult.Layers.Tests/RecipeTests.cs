using System.Text.Json.Nodes;
using EssConsult.Layers.Contracts;
using static EssConsult.Layers.Tests.Sample;

namespace EssConsult.Layers.Tests;

public sealed class RecipeTests(LayerSites sites) : IClassFixture<LayerSites>
{
    private const string Strange = """
        {"Name":"Étrange","Rule":"js: isHomepage()","Colour":"blue","LayerRule":{"ConditionId":"4root","Odd":[1,2.50,{"b":null}],"Conditions":[{"$type":"Somebody.Moon.MoonCondition, Somebody.Moon","Name":"MoonCondition","ConditionId":"4moon","Phase":"full"},{"Name":"HomepageCondition","Value":true,"$type":"OrchardCore.Rules.Models.HomepageCondition, OrchardCore.Rules"}]},"Description":"Gardée « telle quelle »"}
        """;

    [Theory, OnBothDatabases]
    public async Task Layers_and_widgets_imported_elsewhere_export_the_same_bytes(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync(
            JsonNode.Parse("""{"name":"Settings","LayerSettings":{"Zones":["Content","Footer"]}}""")!.AsObject(), TheLayers(Always("B"), JsonNode.Parse(Strange)!.AsObject(), Always("A")),
            Items(Widget("4e1", "un", "B", position: 1.5), Widget("4e2", "deux", "Étrange", "Nowhere", "before")));
        var exported = await site.ExportAsync();

        await using var elsewhere = await Site.StartAsync(database);
        var file = Path.Combine(elsewhere.Folder, "again.recipe.json");
        await File.WriteAllTextAsync(file, exported, TestContext.Current.CancellationToken);
        (await elsewhere.CommandAsync("recipe run", file)).ExitCode.ShouldBe(0);
        await elsewhere.CatchUpAsync();

        (await elsewhere.ExportAsync()).ShouldBe(exported);
        var layers = exported.Step("Layers")["Layers"]!.AsArray();
        layers.Select(layer => layer!["Name"]!.ToString()).ShouldBe(["B", "Étrange", "A"]);
        layers[1]!.ToJsonString().ShouldBe(JsonNode.Parse(Strange)!.ToJsonString());
        exported.Step("Settings")["LayerSettings"]!.ToJsonString().ShouldBe("""{"Zones":["Content","Footer"]}""");
        exported.Step("Content")["data"]!.AsArray().Single(item => item!["ContentItemId"]!.ToString() == "4e2")!["LayerMetadata"]!.ToJsonString().ShouldBe(JsonNode.Parse("""{"RenderTitle":true,"Position":"before","Zone":"Nowhere","Layer":"Étrange"}""")!.ToJsonString());
        (await elsewhere.Visitor().GetAsync("/connexion")).Titles().ShouldBe(["un"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_layer_is_found_again_by_its_name_and_its_conditions_are_replaced(Database database)
    {
        var site = await sites.OnAsync(database);
        var first = ALayer("Deux fois", Is("HomepageCondition", Value(true)), Is("IsAnonymousCondition"));
        await site.PlayAsync(TheLayers(first));

        await site.PlayAsync(TheLayers(new JsonObject { ["Name"] = "DEUX FOIS", ["LayerRule"] = Group(Is("IsAuthenticatedCondition")) }));

        var stored = (await site.ExportAsync()).Step("Layers")["Layers"]!.AsArray().Single(layer => layer!["Name"]!.ToString() == "Deux fois")!;
        stored["Description"]!.ToString().ShouldBe("Couche Deux fois");
        stored["LayerRule"]!["Conditions"]!.AsArray().Select(condition => condition!["Name"]!.ToString()).ShouldBe(["IsAuthenticatedCondition"]);
    }

    [Theory, OnBothDatabases]
    public async Task Playing_a_recipe_again_changes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var steps = TheLayers(Always("Encore"));
        await site.PlayAsync(steps.DeepClone().AsObject());
        var before = (await site.PublishedAsync<LayersChanged>()).Count;

        await site.PlayAsync(steps.DeepClone().AsObject());

        (await site.PublishedAsync<LayersChanged>()).Count.ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task Conditions_and_operators_that_nobody_knows_are_named(Database database)
    {
        var site = await sites.OnAsync(database);

        var output = await site.PlayAsync(TheLayers(ALayer("Inconnue", Is("AnyConditionGroup", Group(Is("MoonCondition"), Is("UrlCondition", Text("SoundsLike", "/"))))), Always("Connue")));

        output.ShouldContain("MoonCondition, StringSoundsLikeOperator");
        (await site.ExportAsync()).Step("Layers")["Layers"]!.AsArray().Select(layer => layer!["Name"]!.ToString()).ShouldContain("Inconnue");
    }

    [Theory, OnBothDatabases]
    public async Task A_layer_without_a_name_or_with_an_endless_one_is_refused_with_the_whole_step(Database database)
    {
        var site = await sites.OnAsync(database);

        foreach (var name in new[] { string.Empty, "  ", new string('x', 201) })
        {
            (await site.TryAsync(TheLayers(Always("Avec " + name.Length), Always(name)))).ExitCode.ShouldBe(1);
        }

        (await site.ExportAsync()).ShouldNotContain("\"Name\": \"Avec ");
    }

    [Fact]
    public async Task A_site_without_layers_exports_no_step()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);

        (await site.ExportAsync()).ShouldNotContain("\"Layers\":");
    }
}
